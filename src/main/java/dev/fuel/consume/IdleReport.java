package dev.fuel.consume;

import dev.fuel.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a consumer has nothing (more) to do.
///
/// @param waiting tasks that are not ended, with what each waits for
public record IdleReport(List<Waiting> waiting) {
    public IdleReport {
        waiting = List.copyOf(waiting);
    }

    /// One task that waits.
    ///
    /// @param reason in words
    /// @param until  when time alone will end the wait; null if somebody must act
    public record Waiting(
            TaskId task,
            String title,
            String reason,
            @Nullable Instant until) {}
}
