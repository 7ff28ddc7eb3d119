package dev.fuel.consume;

import dev.fuel.consume.Route.Candidate;
import dev.fuel.consume.Route.Verdict;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.budget.BudgetMark;
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

    /// Who is to be asked.
    ///
    /// @param answer what the primary answers to that
    /// @param spent  the budget that nothing is left of for the task; null if there is none
    /// @param paused whether nothing is to be started
    record Primary(Candidate answer, @Nullable BudgetMark spent, boolean paused) {
        AgentName agent() {
            return answer.agent();
        }

        /// Why there is no question now; null if there can be one. That it works as many runs as it may is no reason:
        /// a question is none of them.
        @Nullable
        String objection() {
            if (paused) {
                return "dispatch is paused";
            }
            if (spent != null) {
                return spent.fact();
            }
            return switch (answer.verdict()) {
                case FREE, BUSY, UNKNOWN -> null;
                case RESTING, STOPPED, USED_UP -> "%s cannot be asked: %s".formatted(agent(), answer.reason());
            };
        }
    }

    /// The task has just come to its end.
    ///
    /// @param before  whether it was asked about before
    /// @param primary null if nobody is to be asked
    static TriageStep first(@Nullable StuckTask before, @Nullable Primary primary) {
        if (primary == null || before != null) {
            return new TriageStep.CallPerson(null);
        }
        String objection = primary.objection();
        if (objection != null) {
            return new TriageStep.CallPerson(objection);
        }
        return primary.answer().verdict() == Verdict.UNKNOWN
                ? new TriageStep.Look(primary.agent())
                : new TriageStep.Ask(primary.agent(), null);
    }

    /// The primary has been asked.
    ///
    /// @param run that asks, or has asked last
    static TriageStep next(StuckTask stuck, Task task, Run run, @Nullable Primary primary) {
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
        boolean canRepair = QuestionPolicy.isUnclear(run)
                && primary != null
                && primary.agent().equals(run.agent())
                && primary.answer().verdict() != Verdict.UNKNOWN;
        if (canRepair && primary != null && primary.objection() == null) {
            return new TriageStep.Ask(primary.agent(), run.id());
        }
        return new TriageStep.CallPerson(Answered.unreadable(run));
    }
}
