package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes down what an ended work run means, all in one transaction: the run, its agent's health, its task, and what
/// a person must know.
final class Settlement {
    private final AgentHealthTracker health;

    Settlement(AgentHealthTracker health) {
        this.health = health;
    }

    /// @return the consequence; null if the run was settled before
    @Nullable
    Consequence settle(Session session, Run run, Evidence evidence, FuelConfig config) {
        Task task = session.tasks().get(Objects.requireNonNull(run.task()));
        Consequence consequence = WorkPolicy.consequence(EndingReader.read(session, run, task, evidence));
        if (!session.runs().settle(run.id(), run.token(), RunOutcomes.of(run, evidence, consequence))) {
            return null;
        }
        if (task.status() == TaskStatus.IN_PROGRESS) {
            apply(session, run, task, evidence, consequence, config);
        }
        return consequence;
    }

    private void apply(
            Session session, Run run, Task task, Evidence evidence, Consequence consequence, FuelConfig config) {
        TaskId id = task.id();
        AgentName agent = Objects.requireNonNull(run.agent());
        Duration base = config.limits().backoff();
        switch (consequence) {
            case Consequence.Submit() -> {
                health.recordSuccess(session, agent);
                noteGoodEnd(session, task, head(evidence));
                session.tasks().step(task, Move.SUBMIT, "work ended well; the checks decide");
            }
            case Consequence.SendBack(String issues, boolean round) -> {
                health.recordSuccess(session, agent);
                sendBack(session, task, issues, round, config);
            }
            case Consequence.TryAgain(FailureType failure, String message, boolean charged) -> {
                health.recordFailure(session, agent, failure, base, null, message);
                if (charged) {
                    session.tasks().change(id).countAttempt().done();
                }
                giveBack(session, task, "%s: %s".formatted(failure.word().replace('_', ' '), message));
            }
            case Consequence.StartAfresh(String message) -> giveBack(session, task, message);
            case Consequence.Park(Instant until, String message) -> {
                Instant back = health.recordFailure(session, agent, FailureType.RATE_LIMIT, base, until, message);
                giveBack(session, task, "usage limit of " + agent);
                if (back != null
                        && !back.isAfter(session.now().plus(config.limits().maxPark()))) {
                    session.tasks().change(id).notBefore(back).done();
                }
            }
            case Consequence.StopAgent(FailureType failure, String message) -> {
                health.recordFailure(session, agent, failure, base, null, message);
                giveBack(session, task, "%s is stopped: %s".formatted(agent, message));
                session.inbox().post(AgentItems.cannotWork(failure, agent, run, message));
            }
            case Consequence.AskPermission(String tool, String message) -> {
                giveBack(session, task, "%s was refused".formatted(tool));
                session.tasks()
                        .change(id)
                        .hold(Hold.STUCK, "%s was refused".formatted(tool))
                        .done();
                session.inbox().post(AgentItems.wasRefused(tool, agent, run, task, message));
            }
            case Consequence.HeldByPerson() -> {
                giveBack(session, task, "stopped by a person");
                session.tasks()
                        .change(id)
                        .hold(Hold.PERSON, "stopped by a person")
                        .done();
            }
            case Consequence.PutBack() -> giveBack(session, task, "stopped when Fuel was left");
        }
    }

    private static void noteGoodEnd(Session session, Task task, @Nullable String head) {
        if (task.attempts() > 0) {
            session.tasks().change(task.id()).resetAttempts().done();
        }
        if (head != null) {
            session.tasks().change(task.id()).commit(head).done();
        }
    }

    /// Work that a review or check did not accept.
    static void sendBack(Session session, Task task, String issues, boolean round, FuelConfig config) {
        session.tasks().change(task.id()).lastReviewIssues(issues).done();
        session.tasks().move(task.id(), Move.SEND_BACK, RunOutcomes.firstLine(issues));
        if (round) {
            session.tasks().change(task.id()).countReviewRound().done();
            if (task.reviewRounds() + 1 >= config.limits().maxReviewRounds()) {
                stick(session, task, "%d review rounds did not settle it".formatted(task.reviewRounds() + 1), issues);
            }
        }
    }

    /// Every allowed agent has used up its attempts, or the rounds are used up: a person decides.
    static void stick(Session session, Task task, String why, String detail) {
        session.tasks().change(task.id()).hold(Hold.STUCK, why).done();
        session.inbox()
                .post(new NewInboxItem(
                        InboxType.STUCK,
                        "stuck:" + task.id(),
                        "%s is stuck: %s".formatted(task.id(), why),
                        "%s\n\n%s\n\nTry again with `fuel retry %s` (--agent A for another agent), or `fuel cancel %s`."
                                .formatted(task.title(), detail, task.id(), task.id()),
                        task.epic(),
                        task.id(),
                        null));
    }

    /// The task is as ready as before, or, with something to mend, needs work.
    static void giveBack(Session session, Task task, String reason) {
        boolean hasIssues = task.lastReviewIssues() != null;
        session.tasks().move(task.id(), hasIssues ? Move.SEND_BACK : Move.GIVE_BACK, reason);
    }

    private static @Nullable String head(Evidence evidence) {
        return evidence.work() == null ? null : evidence.work().head();
    }
}
