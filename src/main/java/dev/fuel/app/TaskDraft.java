package dev.fuel.app;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskType;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A task as somebody wrote it down: other tasks and the epic are named by the beginnings of their ids.
public record TaskDraft(
        String title,
        String description,
        TaskType type,
        Priority priority,
        Complexity complexity,
        SortedSet<String> labels,
        List<String> blockedBy,
        @Nullable String epic,
        @Nullable AgentName agent) {
    public TaskDraft {
        title = NewTask.requireTitle(title);
        labels = NewTask.requireLabels(labels);
        blockedBy = List.copyOf(blockedBy);
    }

    /// A draft with nothing but a title and the defaults.
    public static TaskDraft titled(String title) {
        return new TaskDraft(
                title,
                "",
                TaskType.FEATURE,
                Priority.DEFAULT,
                Complexity.SIMPLE,
                new TreeSet<>(),
                List.of(),
                null,
                null);
    }
}
