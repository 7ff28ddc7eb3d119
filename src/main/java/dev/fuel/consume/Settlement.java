package dev.fuel.consume;

import dev.fuel.config.AgentConfig;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        if (!session.runs().settle(run.id(), run.token(), RunOutcomes.of(session, run, evidence, consequence))) {
            return null;
        }
        @Nullable Instant back = judgeAgent(session, run, evidence, consequence, config);
        if (task.status() == TaskStatus.IN_PROGRESS) {
            moveTask(session, run, task, evidence, consequence, config);
            goOnWithSession(session, run, task, consequence);
            if (consequence instanceof Consequence.Park) {
                park(session, task, back, config);
            }
        }
        return consequence;
    }

    /// What the end says of the agent, whatever has become of the task meanwhile.
    ///
    /// @return when the agent may work again; null if nothing keeps it from it but a person
    private @Nullable Instant judgeAgent(
            Session session, Run run, Evidence evidence, Consequence consequence, FuelConfig config) {
        AgentName agent = Objects.requireNonNull(run.agent());
        Duration base = config.limits().backoff();
        return switch (consequence) {
            case Consequence.Submit(), Consequence.SendBack(var _, var _), Consequence.AwaitAnswer() -> {
                health.recordSuccess(session, agent, run.startedAt());
                yield null;
            }
            case Consequence.TryAgain(FailureType failure, String message, var _) ->
                health.recordFailure(
                        session,
                        agent,
                        new Failure(failure, evidence.outcome().limitResetsAt(), message, run.startedAt()),
                        base);
            case Consequence.Park(Instant until, String message) ->
                health.recordFailure(
                        session, agent, new Failure(FailureType.RATE_LIMIT, until, message, run.startedAt()), base);
            case Consequence.StopAgent(FailureType failure, String message) -> {
                boolean stopped = session.health().of(agent).stoppedReason() != null;
                health.recordFailure(session, agent, new Failure(failure, null, message, run.startedAt()), base);
                if (!stopped) {
                    session.inbox().post(AgentItems.cannotWork(agent, run, message));
                }
                yield null;
            }
            case Consequence.StartAfresh(var _),
                    Consequence.AskPermission(var _, var _),
                    Consequence.OutOfBudget(var _),
                    Consequence.HeldByPerson(),
                    Consequence.PutBack() -> null;
        };
    }

    private static void moveTask(
            Session session, Run run, Task task, Evidence evidence, Consequence consequence, FuelConfig config) {
        AgentName agent = Objects.requireNonNull(run.agent());
        switch (consequence) {
            case Consequence.Submit() -> {
                noteGoodEnd(session, task, head(evidence));
                session.tasks().step(task, Move.SUBMIT, "work ended well; the checks decide");
            }
            case Consequence.SendBack(String issues, boolean round) -> {
                if (round) {
                    // It has not come to the gate, but a round is a review that sent work back.
                    Check dirty = Check.failed(Check.CLEAN_TREE, RunOutcomes.firstLine(issues));
                    session.reviews().fail(task, run.id(), List.of(dirty), RunOutcomes.firstLine(issues));
                }
                sendBack(session, task, issues, round, config);
            }
            case Consequence.TryAgain(FailureType failure, String message, boolean charged) -> {
                if (charged) {
                    session.tasks().change(task.id()).countAttempt().done();
                }
                giveBack(session, task, "%s: %s".formatted(failure.word().replace('_', ' '), message));
            }
            case Consequence.OutOfBudget(String message) -> giveBack(session, task, message);
            case Consequence.StartAfresh(String message) -> giveBack(session, task, message);
            case Consequence.Park _ -> giveBack(session, task, "usage limit of " + agent);
            case Consequence.StopAgent(var _, String message) ->
                giveBack(session, task, "%s is stopped: %s".formatted(agent, message));
            case Consequence.AskPermission(String tool, String message) -> {
                giveBack(session, task, "%s was refused".formatted(tool));
                hold(session, task, Hold.STUCK, "%s was refused".formatted(tool));
                @Nullable AgentConfig settings = config.agents().get(agent);
                session.inbox().post(AgentItems.wasRefused(tool, agent, settings, run, task, message));
            }
            // One that asked is held since then, unless the answer came before its end.
            case Consequence.AwaitAnswer() -> giveBack(session, task, "goes on with what a person says");
            case Consequence.HeldByPerson() -> {
                giveBack(session, task, "stopped by a person");
                hold(session, task, Hold.PERSON, "stopped by a person");
            }
            case Consequence.PutBack() -> giveBack(session, task, "stopped when Fuel was left");
        }
    }

    /// A session that was cut off, or left something to mend, goes on with the same agent.
    private static void goOnWithSession(Session session, Run run, Task task, Consequence consequence) {
        AgentName agent = Objects.requireNonNull(run.agent());
        boolean goesOn = !(consequence instanceof Consequence.Submit)
                && Resumption.isPossible(session, session.runs().get(run.id()), agent);
        @Nullable AgentName next = goesOn ? agent : null;
        if (!Objects.equals(next, task.goesOnWith())) {
            session.tasks().change(task.id()).goesOnWith(next).done();
        }
    }

    /// The limited task itself waits for its agent, unless that is away for too long: then its fallback may have
    /// it.
    private static void park(Session session, Task task, @Nullable Instant back, FuelConfig config) {
        if (back != null && !back.isAfter(session.now().plus(config.limits().maxPark()))) {
            session.tasks().change(task.id()).notBefore(back).done();
        }
    }

    private static void hold(Session session, Task task, Hold by, String why) {
        session.tasks().change(task.id()).hold(by, why).done();
    }

    private static void noteGoodEnd(Session session, Task task, @Nullable String head) {
        if (task.attempts() > 0) {
            session.tasks().change(task.id()).resetAttempts().done();
        }
        if (head != null) {
            session.tasks().change(task.id()).commit(head).done();
        }
        if (task.note() != null) {
            session.tasks().change(task.id()).note(null).done();
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
        hold(session, task, Hold.STUCK, why);
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
