package dev.fuel.app;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.store.Session;
import dev.fuel.store.TaskFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A session that was cut off by its provider's usage limit and goes on when that is over.
///
/// @param until when that is
record ParkedSession(Task task, AgentName agent, Instant until) {
    static List<ParkedSession> all(Session session) {
        List<ParkedSession> parked = new ArrayList<>();
        TaskFilter open = TaskFilter.ALL.withStatuses(Set.of(TaskStatus.OPEN, TaskStatus.NEEDS_WORK));
        for (Task task : session.tasks().list(open)) {
            Instant until = task.notBefore();
            if (until != null && until.isAfter(session.now())) {
                session.runs().lastOf(task.id(), RunKind.WORK).ifPresent(run -> add(parked, task, run, until));
            }
        }
        return parked;
    }

    private static void add(List<ParkedSession> parked, Task task, Run run, Instant until) {
        if (run.errorType() == FailureType.RATE_LIMIT && run.sessionId() != null && run.agent() != null) {
            parked.add(new ParkedSession(task, run.agent(), until));
        }
    }
}
