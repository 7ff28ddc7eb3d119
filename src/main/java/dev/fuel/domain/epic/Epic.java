package dev.fuel.domain.epic;

import dev.fuel.domain.task.Hold;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tasks that together deliver one outcome.
///
/// @param status      derived from its tasks
/// @param tasks       how many it has, cancelled ones too
/// @param tasksOpen   how many are neither closed nor cancelled
/// @param tasksClosed how many are closed
/// @param baseBranch  the branch that it lands on, fixed when it is made
/// @param branch      its own branch, once the first task has started
/// @param heldBy      why none of its tasks may start: a person has paused it, or its merge is being settled
public record Epic(
        EpicId id,
        long seq,
        String title,
        String description,
        EpicStatus status,
        int tasks,
        int tasksOpen,
        int tasksClosed,
        @Nullable String planFile,
        @Nullable String baseBranch,
        @Nullable String branch,
        Set<Hold> heldBy,
        @Nullable String summary,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant reviewedAt,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy,
        @Nullable Instant changesRequestedAt) {
    public Epic {
        heldBy = Set.copyOf(heldBy);
    }

    /// Whether none of its tasks may start.
    public boolean held() {
        return !heldBy.isEmpty();
    }
}
