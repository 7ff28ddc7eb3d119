package dev.fuel.consume;

import dev.fuel.domain.Actor;
import dev.fuel.domain.Event;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.gate.Workspaces;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What follows from changes, whoever made them: what waited for a task that has ended may be for a person, and a
/// cancelled task leaves no empty worktree behind.
final class Aftermath {
    private static final Set<String> OF_TASKS = Set.of("task_close", "task_cancel", "task_reopen", "task_added");

    private final Store store;
    private final Workspaces workspaces;
    private final InFlight inFlight;

    Aftermath(Store store, Workspaces workspaces, InFlight inFlight) {
        this.store = store;
        this.workspaces = workspaces;
        this.inFlight = inFlight;
    }

    /// Only whether to look is told by the changes; what to do, by the database.
    void of(List<Event> events) {
        boolean mayFreeTasks = events.stream().anyMatch(Aftermath::mayFreeTasks);
        if (!mayFreeTasks && events.stream().noneMatch(Aftermath::mayLeaveAWorktree)) {
            return;
        }
        Due due = store.read(
                session -> new Due(mayFreeTasks && session.tasks().anyForPeople(), cancelled(session, events)));
        if (due.people()) {
            store.change(Actor.CONSUMER, session -> session.inbox().settleForPeople());
        }
        due.cancelled().stream()
                .filter(task -> workspaces.hasWorktree(task.id()))
                .forEach(this::removeEmptyWorktree);
    }

    /// What there is to do, read at one moment.
    ///
    /// @param people what waited for a task that has ended may be for a person
    private record Due(boolean people, Set<Task> cancelled) {}

    private static boolean mayLeaveAWorktree(Event event) {
        return event.what().equals("task_cancel") || event.what().equals("run_ended");
    }

    private static boolean mayFreeTasks(Event event) {
        return OF_TASKS.contains(event.what());
    }

    /// The tasks that were cancelled, or whose run has ended after they were.
    private static Set<Task> cancelled(Session session, List<Event> events) {
        Set<Task> cancelled = new HashSet<>();
        for (Event event : events) {
            @Nullable
            TaskId id = switch (event.what()) {
                case "task_cancel" -> new TaskId(event.entityId());
                case "run_ended" ->
                    session.runs().get(new RunId(event.entityId())).task();
                default -> null;
            };
            if (id != null) {
                cancelled.add(session.tasks().get(id));
            }
        }
        cancelled.removeIf(task -> task.status() != TaskStatus.CANCELLED
                || task.branch() == null
                || session.runs().lastOf(task.id(), RunKind.WORK).stream().anyMatch(run -> run.completedAt() == null));
        return cancelled;
    }

    private void removeEmptyWorktree(Task task) {
        inFlight.start("tidy " + task.id(), () -> workspaces.removeIfEmpty(task), _ -> {}, failure -> {
            throw failure;
        });
    }
}
