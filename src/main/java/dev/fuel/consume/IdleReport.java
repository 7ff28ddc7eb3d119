package dev.fuel.consume;

import dev.fuel.domain.task.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a consumer has nothing (more) to do.
///
/// @param waiting tasks that are not ended, with what each waits for
public record IdleReport(List<Waiting> waiting) {
    public IdleReport {
        waiting = List.copyOf(waiting);
    }

    IdleReport with(List<Waiting> others) {
        List<Waiting> all = new ArrayList<>(waiting);
        all.addAll(others);
        return new IdleReport(all);
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
