package dev.fuel.domain.review;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The verdict on a task's work: the deterministic checks and, where one is configured, a reviewer's judgement.
///
/// @param run   the work run that was reviewed
/// @param agent the reviewer; null when only the checks decided
public record Review(
        ReviewId id,
        TaskId task,
        @Nullable RunId run,
        @Nullable AgentName agent,
        ReviewStatus status,
        List<Check> checks,
        String summary,
        Instant startedAt,
        @Nullable Instant completedAt) {
    public Review {
        checks = List.copyOf(checks);
    }
}
