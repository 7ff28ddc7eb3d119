package dev.fuel.app;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.task.TaskType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which tasks somebody wants to see; what is null or empty restricts nothing.
///
/// @param epic  the beginning of an epic's id
/// @param agent pinned to it
/// @param limit at most so many
public record TaskQuery(
        Set<TaskStatus> statuses,
        @Nullable String epic,
        @Nullable String label,
        @Nullable TaskType type,
        @Nullable AgentName agent,
        int limit) {
    public TaskQuery {
        statuses = Set.copyOf(statuses);
    }
}
