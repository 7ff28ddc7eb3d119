package dev.fuel.app;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskType;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is to be different about a task; null leaves a thing as it is.
///
/// @param epic    the beginning of an epic's id; {@link #NONE} takes the task out of its epic
/// @param agent   {@link #NONE} unpins the task
/// @param added   labels to add
/// @param removed labels to take off
public record TaskChange(
        @Nullable String title,
        @Nullable String description,
        @Nullable TaskType type,
        @Nullable Priority priority,
        @Nullable Complexity complexity,
        @Nullable String epic,
        @Nullable String agent,
        SortedSet<String> added,
        SortedSet<String> removed) {
    public static final String NONE = "none";

    public TaskChange {
        added = new TreeSet<>(added);
        removed = new TreeSet<>(removed);
    }

    /// Nothing is to be different but the agent.
    public static TaskChange ofAgent(AgentName agent) {
        return new TaskChange(null, null, null, null, null, null, agent.value(), new TreeSet<>(), new TreeSet<>());
    }

    public boolean isEmpty() {
        return title == null
                && description == null
                && type == null
                && priority == null
                && complexity == null
                && epic == null
                && agent == null
                && added.isEmpty()
                && removed.isEmpty();
    }
}
