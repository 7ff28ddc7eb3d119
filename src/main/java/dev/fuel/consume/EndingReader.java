package dev.fuel.consume;

import dev.fuel.agents.Outcome;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.request.RequestKind;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.Task;
import dev.fuel.git.WorkState;
import dev.fuel.store.RunFilter;
import dev.fuel.store.Session;
import java.util.Objects;

/// Puts together what {@link WorkPolicy} decides from: what the run left, and what is known of the runs before it.
final class EndingReader {
    private EndingReader() {}

    static Ending read(Session session, Run run, Task task, Evidence evidence) {
        Outcome outcome = evidence.outcome();
        WorkState work = evidence.work();
        return new Ending(
                task.type(),
                run.stopping(),
                outcome.failure(),
                RunOutcomes.words(outcome),
                outcome.answered(),
                run.claimedDone() != null,
                work == null ? null : new Ending.Work(work.commits().size(), work.dirty()),
                outcome.sessionLost() && run.resumedFrom() != null,
                work != null && !work.isClean() && wasNudged(session, run),
                outcome.limitResetsAt(),
                outcome.deniedTools().isEmpty()
                        ? null
                        : outcome.deniedTools().getFirst().tool(),
                outcome.failure() == FailureType.LOST && run.process() != null ? lostBefore(session, run) : 0,
                hasAsked(session, run) || wasTold(session, run));
    }

    private static boolean hasAsked(Session session, Run run) {
        return session.inbox().of(Objects.requireNonNull(run.task())).stream()
                .anyMatch(item -> item.type() == InboxType.QUESTION && run.id().equals(item.run()));
    }

    /// What a person told it while it worked stands in no prompt of its.
    private static boolean wasTold(Session session, Run run) {
        String task = Objects.requireNonNull(run.task()).value();
        return session.requests().wasDone(RequestKind.MESSAGE.word(), task, run.startedAt());
    }

    /// Those that never had a process were lost with Fuel itself, before they did anything.
    private static int lostBefore(Session session, Run run) {
        return (int) session.runs().list(RunFilter.ofTask(Objects.requireNonNull(run.task()))).stream()
                .filter(other -> other.kind() == RunKind.WORK && other.seq() < run.seq())
                .takeWhile(other -> other.errorType() == FailureType.LOST)
                .filter(other -> other.process() != null)
                .count();
    }

    /// A run that was cut off left its changes for the next one to go on with: that was no nudge.
    private static boolean wasNudged(Session session, Run run) {
        return Claims.workBefore(session, run)
                .filter(previous -> previous.status() == RunStatus.COMPLETED)
                .map(previous ->
                        previous.gitStatus() != null && !previous.gitStatus().isEmpty())
                .orElse(false);
    }
}
