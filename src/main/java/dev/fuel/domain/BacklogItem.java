package dev.fuel.domain;

import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskType;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A rough idea that is not a task yet.
///
/// @param id        `b-` and six hex digits
/// @param createdAt null where somebody wrote the line by hand
public record BacklogItem(
        String id,
        String title,
        String description,
        TaskType type,
        Priority priority,
        Complexity complexity,
        SortedSet<String> labels,
        @Nullable Instant createdAt) {
    public static final String PREFIX = "b-";

    public BacklogItem {
        Identifier.require(PREFIX, id);
        labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
    }
}
