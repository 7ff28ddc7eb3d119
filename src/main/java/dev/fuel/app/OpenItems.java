package dev.fuel.app;

import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.Session;
import java.util.List;

/// The inbox items of a task that still wait for a person.
final class OpenItems {
    private OpenItems() {}

    static List<InboxItem> of(Session session, TaskId task) {
        return session.inbox().of(task).stream()
                .filter(item -> item.actionedAt() == null)
                .toList();
    }

    /// Ends them but for one: what a task may cost is raised by nothing but that.
    static void actionButBudget(Session session, TaskId task, String action) {
        of(session, task).stream()
                .filter(item -> item.type() != InboxType.BUDGET)
                .forEach(item -> session.inbox().action(item.id(), action));
    }

    /// Ends them all: their cause is gone.
    static void action(Session session, TaskId task, String action) {
        of(session, task).forEach(item -> session.inbox().action(item.id(), action));
    }
}
