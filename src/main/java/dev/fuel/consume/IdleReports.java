package dev.fuel.consume;

import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.Waiting;
import dev.fuel.store.Session;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Says what the tasks wait for that a consumer cannot start.
final class IdleReports {
    private static final int MOST_TASKS = 50;

    private IdleReports() {}

    static List<IdleReport.Waiting> waiting(Session session, ZoneId zone) {
        List<Task> tasks = session.tasks().blocked(MOST_TASKS);
        Map<TaskId, List<Waiting>> reasons = session.tasks().waiting(tasks);
        return tasks.stream()
                .map(task -> new IdleReport.Waiting(
                        task.id(),
                        task.title(),
                        reasons.getOrDefault(task.id(), List.of()).stream()
                                .map(reason -> reason.sentence(session.now(), zone))
                                .collect(Collectors.joining("; ")),
                        task.notBefore()))
                .toList();
    }
}
