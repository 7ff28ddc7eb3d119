package dev.fuel.consume;

import dev.fuel.agents.Outcome;
import dev.fuel.config.EnvironmentReferences;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.Backoff;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunOutcome;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.git.WorkState;
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
        Ending ending = ending(session, run, task, evidence);
        Consequence consequence = WorkPolicy.consequence(ending);
        if (!session.runs().settle(run.id(), run.token(), outcome(run, evidence, consequence))) {
            return null;
        }
        if (task.status() == TaskStatus.IN_PROGRESS) {
            apply(session, run, task, evidence, consequence, config);
        }
        return consequence;
    }

    /// The run never came to work: its workspace, prompt or process could not be made. Its agent is not to blame.
    /// What the rules refuse waits for a person at once; anything else is tried again, each time after a longer
    /// pause.
    void notStarted(Session session, Run run, RuntimeException failure, FuelConfig config) {
        String message = firstLine(words(failure));
        boolean refused = failure instanceof Refusal;
        var again = new Consequence.TryAgain(FailureType.CRASH, message, !refused);
        Evidence evidence = Evidence.none(FailureType.CRASH, message);
        Task task = session.tasks().get(Objects.requireNonNull(run.task()));
        if (!session.runs().settle(run.id(), run.token(), outcome(run, evidence, again))
                || task.status() != TaskStatus.IN_PROGRESS) {
            return;
        }
        giveBack(session, task, "cannot start: " + message);
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
        switch (refusal.code()) {
            case Ground.UNKNOWN_AGENT -> {
                // The configuration has changed since the claim: it names another agent for the next
                // run.
            }
            case EnvironmentReferences.MISSING_VARIABLE -> {
                health.stop(session, agent, words(refusal));
                session.inbox().post(agentItem(FailureType.AUTH, agent, run, words(refusal)));
            }
            default -> stick(session, task, "it cannot start", words(refusal));
        }
    }

    /// What the run left could not be understood or written down. Nothing is thrown away: a person looks at it.
    void broken(Session session, Run run, RuntimeException failure) {
        String message = firstLine(words(failure));
        var again = new Consequence.TryAgain(FailureType.CRASH, message, false);
        Evidence evidence = Evidence.none(FailureType.CRASH, message);
        Task task = session.tasks().get(Objects.requireNonNull(run.task()));
        if (session.runs().settle(run.id(), run.token(), outcome(run, evidence, again))
                && task.status() == TaskStatus.IN_PROGRESS) {
            giveBack(session, task, message);
            stick(session, task, "its last run could not be settled", message);
        }
    }

    private static String words(RuntimeException failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private static Ending ending(Session session, Run run, Task task, Evidence evidence) {
        Outcome outcome = evidence.outcome();
        WorkState work = evidence.work();
        return new Ending(
                task.type(),
                run.stopping(),
                outcome.failure(),
                words(outcome),
                outcome.answered(),
                run.claimedDone() != null,
                work == null ? null : new Ending.Work(work.commits().size(), work.dirty()),
                outcome.sessionLost() && run.resumedFrom() != null,
                work != null && !work.isClean() && previousRunLeftDirt(session, run),
                outcome.limitResetsAt(),
                outcome.deniedTools().isEmpty()
                        ? null
                        : outcome.deniedTools().getFirst().tool());
    }

    private static RunOutcome outcome(Run run, Evidence evidence, Consequence consequence) {
        Outcome outcome = evidence.outcome();
        WorkState work = evidence.work();
        @Nullable FailureType failure = failure(run, outcome, consequence);
        RunStatus status = run.stopping() == StopReason.PERSON || run.stopping() == StopReason.SHUTDOWN
                ? RunStatus.KILLED
                : failure == null ? RunStatus.COMPLETED : RunStatus.FAILED;
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
                outcome.usage(),
                work == null ? null : work.head(),
                work == null ? null : work.diffStat(),
                work == null ? null : String.join("\n", work.dirty()));
    }

    private static @Nullable FailureType failure(Run run, Outcome outcome, Consequence consequence) {
        if (run.stopping() == StopReason.PERSON || run.stopping() == StopReason.SHUTDOWN) {
            return null;
        }
        return consequence instanceof Consequence.TryAgain again ? again.failure() : outcome.failure();
    }

    private static String message(Outcome outcome, Consequence consequence) {
        return consequence instanceof Consequence.TryAgain again ? again.message() : words(outcome);
    }

    private static String words(Outcome outcome) {
        if (outcome.message() != null) {
            return outcome.message();
        }
        return outcome.finalText() == null ? "" : firstLine(outcome.finalText());
    }

    private static boolean previousRunLeftDirt(Session session, Run run) {
        return Claims.workBefore(session, run)
                .map(previous ->
                        previous.gitStatus() != null && !previous.gitStatus().isEmpty())
                .orElse(false);
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
                session.inbox().post(agentItem(failure, agent, run, message));
            }
            case Consequence.AskPermission(String tool, String message) -> {
                giveBack(session, task, "%s was refused".formatted(tool));
                session.tasks()
                        .change(id)
                        .hold(Hold.STUCK, "%s was refused".formatted(tool))
                        .done();
                session.inbox()
                        .post(item(
                                InboxType.PERMISSION,
                                run,
                                task,
                                "%s was refused %s".formatted(agent, tool),
                                "%s\nAllow it in the agent's autonomy or args in .fuel/config.yaml, then `fuel retry %s`."
                                        .formatted(message, id)));
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
        session.tasks().move(task.id(), Move.SEND_BACK, firstLine(issues));
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

    private static void giveBack(Session session, Task task, String reason) {
        boolean hasIssues = task.lastReviewIssues() != null;
        session.tasks().move(task.id(), hasIssues ? Move.SEND_BACK : Move.GIVE_BACK, reason);
    }

    private static NewInboxItem agentItem(FailureType failure, AgentName agent, Run run, String message) {
        InboxType type = failure == FailureType.BUDGET ? InboxType.BUDGET : InboxType.AUTH;
        return new NewInboxItem(
                type,
                "%s:%s".formatted(type.word(), agent),
                "%s cannot work: %s".formatted(agent, message),
                "Mend the login or the account, then `fuel health:reset %s`. Its tasks wait, or go to its fallback."
                        .formatted(agent),
                null,
                null,
                run.id());
    }

    private static NewInboxItem item(InboxType type, Run run, Task task, String title, String body) {
        return new NewInboxItem(
                type, "%s:%s".formatted(type.word(), task.id()), title, body, task.epic(), task.id(), run.id());
    }

    private static @Nullable String head(Evidence evidence) {
        return evidence.work() == null ? null : evidence.work().head();
    }

    private static String firstLine(String text) {
        List<String> lines = text.lines().toList();
        return lines.isEmpty() ? "" : lines.getFirst();
    }
}
