package dev.fuel.consume;

import dev.fuel.agents.Outcome;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.store.Session;
import java.util.Objects;
import java.util.Optional;

/// Writes down what all agents' runs at the gate have in common: the run's end, its agent's health, and that a task
/// whose run a person has stopped waits for that person. In the transaction of its caller.
final class GateSettlement {
    private static final int MOST_LOST = 2;

    private final AgentHealthTracker health;

    GateSettlement(AgentHealthTracker health) {
        this.health = health;
    }

    /// @return the task, if the run is settled by this and its task is still in review; else nothing more is to be
    ///     done
    Optional<Task> settle(Session session, Run run, Evidence evidence, FuelConfig config) {
        return record(session, run, evidence, config) ? taskAtGate(session, run) : Optional.empty();
    }

    /// The same for a run that is about no task.
    ///
    /// @return whether it is settled by this
    boolean record(Session session, Run run, Evidence evidence, FuelConfig config) {
        Outcome outcome = evidence.outcome();
        if (!session.runs()
                .settle(
                        run.id(),
                        run.token(),
                        RunOutcomes.of(session, run, evidence, consequence(session, run, outcome)))) {
            return false;
        }
        noteHealth(session, run, outcome, config);
        return true;
    }

    /// An answer that nothing can be made of. The agent is well, but that was for nothing.
    ///
    /// @return whether it is settled by this
    boolean recordUseless(Session session, Run run, Evidence evidence, String why, FuelConfig config) {
        Consequence consequence = new Consequence.TryAgain(FailureType.NO_WORK, why, true);
        boolean settled =
                session.runs().settle(run.id(), run.token(), RunOutcomes.of(session, run, evidence, consequence));
        if (settled) {
            noteHealth(session, run, evidence.outcome(), config);
        }
        return settled;
    }

    /// It never came to work, or its end cannot be understood: nothing is known but that it failed. Its agent is
    /// not to blame.
    Optional<Task> settleFailed(Session session, Run run, RuntimeException failure) {
        return recordFailed(session, run, failure) ? taskAtGate(session, run) : Optional.empty();
    }

    /// The same for a run that is about no task.
    ///
    /// @return whether it is settled by this
    boolean recordFailed(Session session, Run run, RuntimeException failure) {
        String message = RunOutcomes.firstLine(RunOutcomes.words(failure));
        return session.runs().settle(run.id(), run.token(), RunOutcomes.failed(session, run, message, true));
    }

    private static Optional<Task> taskAtGate(Session session, Run run) {
        Task task = session.tasks().get(Objects.requireNonNull(run.task()));
        if (task.status() != TaskStatus.REVIEW) {
            return Optional.empty();
        }
        if (run.stopping() == StopReason.PERSON) {
            session.tasks()
                    .change(task.id())
                    .hold(
                            Hold.PERSON,
                            "its %s was stopped by a person"
                                    .formatted(run.kind().word()))
                    .done();
            return Optional.empty();
        }
        return Optional.of(task);
    }

    private void noteHealth(Session session, Run run, Outcome outcome, FuelConfig config) {
        AgentName agent = Objects.requireNonNull(run.agent());
        FailureType failure = outcome.failure();
        if (outcome.isCompleted()) {
            health.recordSuccess(session, agent, run.startedAt());
        } else if (failure != null
                && run.stopping() != StopReason.PERSON
                && run.stopping() != StopReason.BUDGET
                && saysOfAgent(run, failure)) {
            String message = RunOutcomes.words(outcome);
            boolean stopped = session.health().of(agent).stoppedReason() != null;
            health.recordFailure(
                    session,
                    agent,
                    new Failure(failure, outcome.limitResetsAt(), message, run.startedAt()),
                    config.limits().backoff());
            if (!stopped && (failure == FailureType.AUTH || failure == FailureType.BUDGET)) {
                session.inbox().post(AgentItems.cannotWork(agent, run, message));
            }
        }
    }

    /// That a short question has come to nothing is no reason to keep the agent from its work; what keeps it from
    /// all of that is.
    private static boolean saysOfAgent(Run run, FailureType failure) {
        return switch (failure) {
            case RATE_LIMIT, AUTH, BUDGET, NETWORK -> true;
            case PERMISSION, TIMEOUT, STALLED, CRASH, NO_WORK, LOST ->
                !run.kind().isQuestion();
        };
    }

    private static Consequence consequence(Session session, Run run, Outcome outcome) {
        FailureType failure = outcome.failure();
        return failure == null
                ? new Consequence.Submit()
                : new Consequence.TryAgain(failure, RunOutcomes.words(outcome), isCharged(session, run, failure));
    }

    /// What is nobody's fault, and what keeps the agent from all work, says nothing of this work. Everything else
    /// has a bound.
    private static boolean isCharged(Session session, Run run, FailureType failure) {
        return switch (failure) {
            case RATE_LIMIT, AUTH, BUDGET -> false;
            case LOST -> run.process() != null && (run.review() == null || lostBefore(session, run) >= MOST_LOST);
            case NETWORK, PERMISSION, TIMEOUT, STALLED, CRASH, NO_WORK -> true;
        };
    }

    private static long lostBefore(Session session, Run run) {
        return session.runs().of(Objects.requireNonNull(run.review())).stream()
                .filter(other -> other.errorType() == FailureType.LOST && other.process() != null)
                .count();
    }
}
