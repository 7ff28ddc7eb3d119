package dev.fuel.consume;

import dev.fuel.consume.Route.Candidate;
import dev.fuel.consume.Route.Verdict;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.triage.StuckTask;
import dev.fuel.domain.triage.TriageState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Whether the primary is asked what to do about a task that has used up its attempts: once for each task, if it can
/// answer now. A pure function of what the database says.
final class TriagePolicy {
    /// How long a person waits for the proposal.
    static final Duration LIMIT = Duration.ofMinutes(5);

    private TriagePolicy() {}

    /// The task has just come to its end.
    ///
    /// @param before  whether it was asked about before
    /// @param primary what the primary answers to being asked; null if it is not to be
    static TriageStep first(@Nullable StuckTask before, @Nullable Candidate primary, boolean paused) {
        if (primary == null || before != null) {
            return new TriageStep.CallPerson(null);
        }
        if (paused) {
            return new TriageStep.CallPerson("dispatch is paused");
        }
        if (primary.verdict() == Verdict.UNKNOWN) {
            return new TriageStep.Look(primary.agent());
        }
        String objection = objection(primary);
        return objection == null ? new TriageStep.Ask(primary.agent(), null) : new TriageStep.CallPerson(objection);
    }

    /// The primary has been asked.
    ///
    /// @param run that asks, or has asked last
    static TriageStep next(StuckTask stuck, Task task, Run run, @Nullable Candidate primary, boolean paused) {
        boolean isRunning = run.status() == RunStatus.RUNNING;
        if (stuck.state() != TriageState.ASKED) {
            return new TriageStep.Rest();
        }
        if (!task.heldBy().contains(Hold.STUCK) || task.status().isEnded()) {
            return new TriageStep.Overtaken(isRunning && run.stopping() == null ? run.id() : null);
        }
        if (isRunning) {
            return new TriageStep.Rest();
        }
        if (QuestionPolicy.isUnclear(run)
                && primary != null
                && primary.agent().equals(run.agent())
                && objection(primary) == null
                && !paused) {
            return new TriageStep.Ask(primary.agent(), run.id());
        }
        return new TriageStep.CallPerson(Questions.unreadable(run));
    }

    /// That it works as many runs as it may is no reason: a question is none of them.
    private static @Nullable String objection(Candidate primary) {
        boolean canAnswer = primary.verdict() == Verdict.FREE || primary.verdict() == Verdict.BUSY;
        return canAnswer ? null : "%s cannot be asked: %s".formatted(primary.agent(), primary.reason());
    }
}
