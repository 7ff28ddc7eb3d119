package dev.fuel.domain.plan;

import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskType;
import java.util.List;

/// A task that somebody proposes.
///
/// @param key       what the others of the same plan call it
/// @param blockedBy the keys of those that it waits for
public record ProposedTask(
        String key,
        String title,
        String description,
        TaskType type,
        Complexity complexity,
        Priority priority,
        List<String> blockedBy) {
    public ProposedTask {
        title = NewTask.requireTitle(title);
        description = NewTask.requireDescription(description);
        blockedBy = List.copyOf(blockedBy);
    }
}
