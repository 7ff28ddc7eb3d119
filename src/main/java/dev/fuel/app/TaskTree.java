package dev.fuel.app;

import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The unended tasks below their epics.
///
/// @param groups   the epics that have such tasks, then those without an epic
/// @param blockers what each of them still waits for, where that is among them
public record TaskTree(List<Group> groups, Map<TaskId, List<TaskId>> blockers) {
    public TaskTree {
        groups = List.copyOf(groups);
        blockers = Map.copyOf(blockers);
    }

    /// @param epic null for tasks without one
    public record Group(@Nullable Epic epic, List<Task> tasks) {
        public Group {
            tasks = List.copyOf(tasks);
        }
    }
}
