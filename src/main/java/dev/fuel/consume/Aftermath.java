package dev.fuel.consume;

import dev.fuel.domain.Actor;
import dev.fuel.domain.Event;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicStatus;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What follows from changes, whoever made them: an epic whose last task has ended waits for approval, and a cancelled
/// task leaves no empty worktree behind.
final class Aftermath {
    private static final Set<String> ABOUT_EPICS = Set.of("task_close", "task_cancel", "task_reopen", "task_added");

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
        boolean mayEndAnEpic = events.stream().anyMatch(Aftermath::mayEndAnEpic);
        if (!mayEndAnEpic && events.stream().noneMatch(Aftermath::mayLeaveAWorktree)) {
            return;
        }
        Due due = store.read(session -> new Due(
                mayEndAnEpic && approvalsAreDue(session),
                mayEndAnEpic && session.tasks().anyForPeople(),
                cancelled(session, events)));
        if (due.approvals()) {
            settleApprovals();
        }
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
    private record Due(boolean approvals, boolean people, Set<Task> cancelled) {}

    private static boolean mayLeaveAWorktree(Event event) {
        return event.what().equals("task_cancel") || event.what().equals("run_ended");
    }

    private static boolean mayEndAnEpic(Event event) {
        return ABOUT_EPICS.contains(event.what())
                || (event.what().equals("task_updated")
                        && event.detail() != null
                        && event.detail().startsWith("epic_id"));
    }

    /// An item for every epic that is done, and none for one that is so no longer.
    void askForApprovals() {
        if (store.read(Aftermath::approvalsAreDue)) {
            settleApprovals();
        }
    }

    private static boolean approvalsAreDue(Session session) {
        if (!session.epics().exist()) {
            return false;
        }
        Set<String> open = session.inbox().open().stream().map(InboxItem::cause).collect(Collectors.toSet());
        return session.epics().list().stream().anyMatch(epic -> isPending(epic) != open.contains(cause(epic)));
    }

    private void settleApprovals() {
        store.change(Actor.CONSUMER, session -> session.epics().list().forEach(epic -> settle(session, epic)));
    }

    private static void settle(Session session, Epic epic) {
        if (!isPending(epic)) {
            session.inbox().action(cause(epic), "not done any more");
            return;
        }
        session.inbox()
                .post(new NewInboxItem(
                        InboxType.EPIC_REVIEW,
                        cause(epic),
                        "%s is ready for your approval".formatted(epic.title()),
                        "%d of %d tasks are closed; the work is on fuel/%s."
                                .formatted(epic.tasksClosed(), epic.tasks(), epic.id()),
                        epic.id(),
                        null,
                        null));
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

    private static boolean isPending(Epic epic) {
        return epic.status() == EpicStatus.REVIEW_PENDING;
    }

    private static String cause(Epic epic) {
        return "epic_review:" + epic.id();
    }
}
