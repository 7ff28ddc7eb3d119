package dev.fuel.store;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.TaskId;
import org.jspecify.annotations.Nullable;

/// Which runs to list, latest first; what is null restricts nothing.
///
/// @param limit at most so many
public record RunFilter(
        @Nullable TaskId task,
        @Nullable EpicId epic,
        @Nullable AgentName agent,
        @Nullable RunKind kind,
        int limit) {
    public static RunFilter latest(int limit) {
        return new RunFilter(null, null, null, null, limit);
    }

    public static RunFilter ofTask(TaskId task) {
        return new RunFilter(task, null, null, null, Integer.MAX_VALUE);
    }
}
