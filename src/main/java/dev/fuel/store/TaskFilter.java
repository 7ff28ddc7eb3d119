package dev.fuel.store;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.task.TaskType;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which tasks to list; what is null or empty restricts nothing.
///
/// @param agent pinned to it
/// @param limit at most so many
public record TaskFilter(
        Set<TaskStatus> statuses,
        @Nullable EpicId epic,
        @Nullable String label,
        @Nullable TaskType type,
        @Nullable AgentName agent,
        int limit) {
    public static final TaskFilter ALL = new TaskFilter(Set.of(), null, null, null, null, Integer.MAX_VALUE);

    public TaskFilter {
        statuses = Set.copyOf(statuses);
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative: " + limit);
        }
    }

    /// Everything that is neither closed nor cancelled.
    public static TaskFilter unended() {
        return ALL.withStatuses(
                EnumSet.of(TaskStatus.OPEN, TaskStatus.IN_PROGRESS, TaskStatus.REVIEW, TaskStatus.NEEDS_WORK));
    }

    public static TaskFilter ofEpic(EpicId epic) {
        return new TaskFilter(Set.of(), epic, null, null, null, Integer.MAX_VALUE);
    }

    public TaskFilter withStatuses(Set<TaskStatus> chosen) {
        return new TaskFilter(chosen, epic, label, type, agent, limit);
    }

    public TaskFilter withLimit(int most) {
        return new TaskFilter(statuses, epic, label, type, agent, most);
    }
}
