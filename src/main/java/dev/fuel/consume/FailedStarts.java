package dev.fuel.consume;

import dev.fuel.config.EnvironmentReferences;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.Backoff;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.store.Session;
import java.time.Duration;
import java.util.Objects;

/// Writes down what becomes of a run that never came to work, or whose end cannot be understood. In the transaction of
/// its caller.
final class FailedStarts {
    private final AgentHealthTracker health;

    FailedStarts(AgentHealthTracker health) {
        this.health = health;
    }

    /// The run never came to work: its workspace, prompt or process could not be made. Its agent is not to blame.
    /// What the rules refuse waits for a person at once; anything else is tried again, each time after a longer
    /// pause.
    void notStarted(Session session, Run run, RuntimeException failure, FuelConfig config) {
        String message = RunOutcomes.firstLine(RunOutcomes.words(failure));
        boolean refused = failure instanceof Refusal;
        Task task = session.tasks().get(Objects.requireNonNull(run.task()));
        if (!session.runs().settle(run.id(), run.token(), RunOutcomes.failed(session, run, message, !refused))
                || task.status() != TaskStatus.IN_PROGRESS) {
            return;
        }
        Settlement.giveBack(session, task, "cannot start: " + message);
        if (run.stopping() == StopReason.PERSON) {
            session.tasks()
                    .change(task.id())
                    .hold(Hold.PERSON, "stopped by a person")
                    .done();
        } else if (refused) {
            waitForMending(session, run, task, (Refusal) failure);
        } else {
            Duration pause = Backoff.after(config.limits().backoff(), task.attempts() + 1);
            session.tasks()
                    .change(task.id())
                    .countAttempt()
                    .notBefore(session.now().plus(pause))
                    .done();
        }
    }

    private void waitForMending(Session session, Run run, Task task, Refusal refusal) {
        AgentName agent = Objects.requireNonNull(run.agent());
        String words = RunOutcomes.words(refusal);
        switch (refusal.code()) {
            case Ground.UNKNOWN_AGENT -> {
                // The configuration has changed since the claim: it names another agent for the next
                // run.
            }
            case EnvironmentReferences.MISSING_VARIABLE -> {
                health.stop(session, agent, words);
                session.inbox().post(AgentItems.cannotWork(agent, run, words));
            }
            default -> Settlement.stick(session, task, "it cannot start", words);
        }
    }

    /// What the run left could not be understood or written down. Nothing is thrown away: a person looks at it.
    void broken(Session session, Run run, RuntimeException failure) {
        String message = RunOutcomes.firstLine(RunOutcomes.words(failure));
        Task task = session.tasks().get(Objects.requireNonNull(run.task()));
        if (session.runs().settle(run.id(), run.token(), RunOutcomes.failed(session, run, message, false))
                && task.status() == TaskStatus.IN_PROGRESS) {
            Settlement.giveBack(session, task, message);
            Settlement.stick(session, task, "its last run could not be settled", message);
        }
    }
}
