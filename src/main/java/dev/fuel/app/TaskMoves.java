package dev.fuel.app;

import dev.fuel.consume.BudgetRecords;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.request.RequestKind;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import dev.fuel.store.TaskRepository.Moved;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person does about where a task stands. What runs do to it is the consumer's.
///
/// Each method is one transaction: several tasks move together or not at all. Whatever removes the cause of an inbox
/// item marks it actioned in the same transaction.
public final class TaskMoves {
    private final Store store;
    private final Caller caller;

    public TaskMoves(Store store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    /// A person claims the task for themselves; agents leave it alone from then on.
    public Task start(String reference) {
        caller.requirePerson("claim tasks");
        return store.writeDurably(
                caller.actor(),
                session -> takeOver(session, session.tasks().get(session.ids().task(reference))));
    }

    static Task takeOver(Session session, Task task) {
        refuseWhileRunning(session, task.id(), "start");
        session.tasks().move(task.id(), Move.CLAIM, "taken over by a person");
        OpenItems.action(session, task.id(), "taken over by hand");
        return releaseAll(session, task);
    }

    /// Inside a run: records the agent's claim, no more. By a person: closes the tasks by the legal moves, or, with
    /// `gate`, hands them to the checks.
    ///
    /// @param commit the commit that did it
    public List<Done> done(List<String> references, @Nullable String reason, @Nullable String commit, boolean gate) {
        Run run = caller.run();
        return store.writeDurably(
                caller.actor(),
                session -> references.stream()
                        .map(session.ids()::task)
                        .distinct()
                        .map(task -> run == null
                                ? finish(session, task, reason, commit, gate)
                                : claimDone(session, run, task, reason))
                        .toList());
    }

    /// What became of a task that somebody called done.
    ///
    /// @param released tasks that waited for it and now do not
    /// @param claimed  only the agent's claim was recorded
    public record Done(Task task, List<TaskId> released, boolean claimed) {}

    /// Opens tasks again. One of an approved epic stays closed: what remains becomes a linked task outside the
    /// epic.
    public List<Reopened> reopen(List<String> references, @Nullable String reason) {
        caller.requirePerson("reopen tasks");
        return store.writeDurably(
                caller.actor(),
                session -> references.stream()
                        .map(session.ids()::task)
                        .distinct()
                        .map(task -> reopen(session, session.tasks().get(task), reason))
                        .toList());
    }

    /// @param task     the open task
    /// @param followUp the closed task that it follows up, where that could not be opened itself
    public record Reopened(Task task, @Nullable TaskId followUp) {}

    /// Lets tasks that came to a stop try again at once, with a fresh budget of attempts and review rounds.
    ///
    /// @param agent pins them to another agent
    public List<Task> retry(List<String> references, @Nullable AgentName agent) {
        caller.requirePerson("retry tasks");
        return store.writeDurably(
                caller.actor(),
                session -> references.stream()
                        .map(session.ids()::task)
                        .distinct()
                        .map(task -> retry(session, session.tasks().get(task), agent))
                        .toList());
    }

    /// Gives tasks up. A run that is at work on one is stopped.
    public List<Cancelled> cancel(List<String> references, @Nullable String reason) {
        caller.requirePerson("cancel tasks");
        return store.writeDurably(
                caller.actor(),
                session -> references.stream()
                        .map(session.ids()::task)
                        .distinct()
                        .map(task -> cancel(session, task, reason))
                        .toList());
    }

    /// @param released tasks that waited for it and now do not
    /// @param stopping the run that is being stopped
    public record Cancelled(Task task, List<TaskId> released, Optional<RunId> stopping) {}

    private Done claimDone(Session session, Run run, TaskId task, @Nullable String reason) {
        if (!task.equals(run.task())) {
            caller.requirePerson("call %s done, which is not its own task".formatted(task));
        }
        session.progress().claimDone(run.token(), reason == null ? "done" : reason);
        return new Done(session.tasks().get(task), List.of(), true);
    }

    static Done finish(Session session, TaskId id, @Nullable String reason, @Nullable String commit, boolean gate) {
        refuseWhileRunning(session, id, "finish");
        TaskStatus goal = gate ? TaskStatus.REVIEW : TaskStatus.CLOSED;
        Task task = session.tasks().get(id);
        Moved moved = session.tasks().move(id, nextMove(task, goal), reason);
        while (moved.task().status() != goal) {
            moved = session.tasks().move(id, nextMove(moved.task(), goal), reason);
        }
        if (commit != null) {
            session.tasks().change(id).commit(commit);
        }
        OpenItems.action(session, id, "done by hand");
        return new Done(releaseAll(session, moved.task()), moved.released(), false);
    }

    /// The next step of the chain open → in progress → review → closed.
    private static Move nextMove(Task task, TaskStatus goal) {
        return switch (task.status()) {
            case OPEN, NEEDS_WORK -> Move.CLAIM;
            case IN_PROGRESS -> Move.SUBMIT;
            case REVIEW -> goal == TaskStatus.REVIEW ? Move.SUBMIT : Move.CLOSE;
            case CLOSED, CANCELLED -> Move.CLOSE;
        };
    }

    private static Reopened reopen(Session session, Task task, @Nullable String reason) {
        // A cancelled task's run may still be on its way out.
        refuseWhileRunning(session, task.id(), "reopen");
        boolean landed = task.epic() != null
                && task.status() == TaskStatus.CLOSED
                && session.epics().get(task.epic()).approvedAt() != null;
        if (!landed) {
            session.tasks().move(task.id(), Move.REOPEN, reason);
            Task open = session.tasks().change(task.id()).freshBudget().done();
            // Its items ended with it, but what it has cost is not forgotten.
            session.budgets().inForce().stream()
                    .filter(mark -> task.id().equals(mark.task()))
                    .forEach(mark -> BudgetRecords.ask(session, mark));
            return new Reopened(open, null);
        }
        Task followUp = session.tasks()
                .add(new NewTask(
                        task.title(),
                        reason == null ? task.description() : reason,
                        task.type(),
                        task.priority(),
                        task.complexity(),
                        task.labels(),
                        List.of(),
                        task.id(),
                        null,
                        task.agent()));
        return new Reopened(followUp, task.id());
    }

    static void requireRetryable(Session session, Task task) {
        if (!task.status().isEnded()) {
            refuseWhileRunning(session, task.id(), "retry");
        }
        switch (task.status()) {
            case OPEN, NEEDS_WORK, REVIEW -> {}
            case IN_PROGRESS ->
                throw new Refusal(
                        "illegal_move",
                        "cannot retry %s: a person is working on it (`fuel done %s` or `fuel cancel %s`)"
                                .formatted(task.id(), task.id(), task.id()));
            case CLOSED, CANCELLED ->
                throw new Refusal(
                        "illegal_move",
                        "cannot retry %s: it is %s (`fuel reopen %s` opens it again)"
                                .formatted(task.id(), task.status().word(), task.id()));
        }
    }

    static Task retry(Session session, Task task, @Nullable AgentName agent) {
        requireRetryable(session, task);
        var changes = session.tasks().change(task.id());
        changes.release(Hold.STUCK)
                .release(Hold.PERSON)
                .release(Hold.MERGE)
                .freshBudget()
                .notBefore(null)
                .reason(null);
        if (agent != null) {
            changes.agent(agent);
        }
        OpenItems.actionButBudget(session, task.id(), agent == null ? "retry" : "retry with " + agent);
        return changes.done();
    }

    static Cancelled cancel(Session session, TaskId id, @Nullable String reason) {
        Moved moved = session.tasks().move(id, Move.CANCEL, reason);
        Optional<Run> running = RunQueries.runningOn(session, id);
        running.ifPresent(run ->
                session.requests().post(RequestKind.STOP_RUN.word(), run.id().value(), "cancelled", null));
        OpenItems.action(session, id, "cancelled");
        return new Cancelled(releaseAll(session, moved.task()), moved.released(), running.map(Run::id));
    }

    static Task releaseAll(Session session, Task task) {
        var changes = session.tasks().change(task.id());
        task.heldBy().forEach(changes::release);
        return changes.done();
    }

    static void refuseWhileRunning(Session session, TaskId task, String act) {
        RunQueries.runningOn(session, task).ifPresent(run -> {
            throw new Refusal(
                    "run_at_work",
                    "cannot %s %s: %s of %s works on it; stop that first with `fuel run:kill %s`"
                            .formatted(act, task, run.id(), run.agent() == null ? "Fuel" : run.agent(), run.id()));
        });
    }
}
