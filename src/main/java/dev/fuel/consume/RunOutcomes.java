package dev.fuel.consume;

import dev.fuel.agents.Outcome;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunOutcome;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.StopReason;
import dev.fuel.git.WorkState;
import dev.fuel.store.Session;
import org.jspecify.annotations.Nullable;

/// What is written down of a run that has ended.
final class RunOutcomes {
    private RunOutcomes() {}

    static RunOutcome of(Session session, Run run, Evidence evidence, Consequence consequence) {
        Outcome outcome = evidence.outcome();
        RunShare share = RunShare.of(session, run, outcome.consumption(), evidence.scope());
        WorkState work = evidence.work();
        @Nullable FailureType failure = failure(run, outcome, consequence);
        RunStatus status =
                isEndedByFuel(run) ? RunStatus.KILLED : failure == null ? RunStatus.COMPLETED : RunStatus.FAILED;
        boolean charged = consequence instanceof Consequence.TryAgain again && again.charged();
        return new RunOutcome(
                status,
                outcome.exitCode(),
                failure,
                failure == null ? null : message(outcome, consequence),
                charged,
                outcome.sessionId(),
                outcome.model(),
                outcome.finalText(),
                share.usage(),
                work == null ? null : work.head(),
                work == null ? null : work.diffStat(),
                work == null ? null : String.join("\n", work.dirty()),
                share.source());
    }

    /// Of a run that nothing is known of but why it came to nothing.
    static RunOutcome failed(Session session, Run run, String message, boolean charged) {
        var again = new Consequence.TryAgain(FailureType.CRASH, message, charged);
        return of(session, run, Evidence.none(FailureType.CRASH, message), again);
    }

    private static @Nullable FailureType failure(Run run, Outcome outcome, Consequence consequence) {
        if (isEndedByFuel(run)) {
            return null;
        }
        return consequence instanceof Consequence.TryAgain again ? again.failure() : outcome.failure();
    }

    private static boolean isEndedByFuel(Run run) {
        return run.stopping() == StopReason.PERSON || run.stopping() == StopReason.SHUTDOWN;
    }

    private static String message(Outcome outcome, Consequence consequence) {
        return consequence instanceof Consequence.TryAgain again ? again.message() : words(outcome);
    }

    /// What went wrong, or the agent's last words.
    static String words(Outcome outcome) {
        if (outcome.message() != null) {
            return outcome.message();
        }
        return outcome.finalText() == null ? "" : firstLine(outcome.finalText());
    }

    static String words(RuntimeException failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
