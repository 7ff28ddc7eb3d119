package dev.fuel.app;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import dev.fuel.store.TaskChanges;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be done to what a task says; {@link TaskMoves} is about where it stands. Tasks and epics are named by any
/// unambiguous beginning of their ids.
public final class TaskActions {
    private final Store store;
    private final Caller caller;

    public TaskActions(Store store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    /// Adds a task. One that an agent adds inside its run is linked to the task that it is working on.
    ///
    /// @throws dev.fuel.domain.Refusal if a blocker or the epic is unknown, or the epic is approved
    public Task add(TaskDraft draft) {
        return store.write(caller.actor(), session -> {
            List<TaskId> blockers =
                    draft.blockedBy().stream().map(session.ids()::task).toList();
            @Nullable EpicId epic = draft.epic() == null ? null : session.ids().epic(draft.epic());
            return session.tasks()
                    .add(new NewTask(
                            draft.title(),
                            draft.description(),
                            draft.type(),
                            draft.priority(),
                            draft.complexity(),
                            draft.labels(),
                            blockers,
                            discoveredFrom(),
                            epic,
                            draft.agent()));
        });
    }

    /// @throws dev.fuel.domain.Refusal if the task or the epic is unknown
    public Task update(String reference, TaskChange change) {
        caller.requirePerson("change tasks");
        return store.write(caller.actor(), session -> {
            TaskChanges changes = session.tasks().change(session.ids().task(reference));
            applyTexts(changes, change);
            applyPlace(session, changes, change);
            change.added().forEach(changes::addLabel);
            change.removed().forEach(changes::removeLabel);
            return changes.done();
        });
    }

    /// Lets the first task wait for the second.
    ///
    /// @throws dev.fuel.domain.Refusal if that would close a cycle, which the message shows
    public Link addDependency(String waiting, String blocker) {
        return store.write(caller.actor(), session -> {
            Task task = session.tasks().get(session.ids().task(waiting));
            caller.requireOwn(task, "link %s, which it did not add".formatted(task.id()));
            TaskId other = session.ids().task(blocker);
            boolean added = !session.dependencies().blockers(task.id()).contains(other);
            session.dependencies().add(task.id(), other);
            return new Link(task.id(), other, added);
        });
    }

    /// Lets the first task wait for the second no more.
    public Link removeDependency(String waiting, String blocker) {
        caller.requirePerson("take links away");
        return store.write(caller.actor(), session -> {
            TaskId task = session.ids().task(waiting);
            TaskId other = session.ids().task(blocker);
            return new Link(task, other, session.dependencies().remove(task, other));
        });
    }

    /// One task that waits, or waited, for another.
    ///
    /// @param changed false if it already was so
    public record Link(TaskId task, TaskId blocker, boolean changed) {}

    private @Nullable TaskId discoveredFrom() {
        Run run = caller.run();
        return run == null ? null : run.task();
    }

    private static void applyTexts(TaskChanges changes, TaskChange change) {
        if (change.title() != null) {
            changes.title(change.title());
        }
        if (change.description() != null) {
            changes.description(NewTask.requireDescription(change.description()));
        }
        if (change.type() != null) {
            changes.type(change.type());
        }
        if (change.priority() != null) {
            changes.priority(change.priority());
        }
        if (change.complexity() != null) {
            changes.complexity(change.complexity());
        }
    }

    private static void applyPlace(Session session, TaskChanges changes, TaskChange change) {
        if (change.epic() != null) {
            changes.epic(
                    change.epic().equals(TaskChange.NONE) ? null : session.ids().epic(change.epic()));
        }
        if (change.agent() != null) {
            changes.agent(change.agent().equals(TaskChange.NONE) ? null : new AgentName(change.agent()));
        }
    }
}
