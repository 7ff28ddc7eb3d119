package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.TASKS;

import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Keeps one open item for every task that only its label holds back for people, and none for any other.
final class ForPeople {
    private ForPeople() {}

    static void settle(Session session) {
        Set<TaskId> waiting = new HashSet<>();
        for (Task task : waiting(session)) {
            waiting.add(task.id());
            session.inbox()
                    .post(new NewInboxItem(
                            InboxType.NEEDS_HUMAN,
                            cause(task.id()),
                            task.title(),
                            task.description(),
                            task.epic(),
                            task.id(),
                            null));
        }
        session.inbox().open(InboxType.NEEDS_HUMAN).stream()
                .filter(item -> item.task() != null && !waiting.contains(item.task()))
                .forEach(item -> session.inbox().action(item.id(), "not needed any more"));
    }

    private static List<Task> waiting(Session session) {
        return session.sql()
                .selectFrom(TASKS)
                .where(
                        TASKS.NEEDS_HUMAN.eq(1),
                        TASKS.OPEN_BLOCKERS.eq(0),
                        TASKS.STATUS.in(TaskStatus.OPEN.word(), TaskStatus.NEEDS_WORK.word()))
                .orderBy(TASKS.SEQ)
                .fetch(Rows::task);
    }

    private static String cause(TaskId task) {
        return InboxType.NEEDS_HUMAN.word() + ":" + task;
    }
}
