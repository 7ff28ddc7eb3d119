package dev.fuel.tui.state;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run in the list of runs, newest first.
///
/// @param subject  the id of the task or epic that it worked on; empty for neither
/// @param duration empty while it runs
/// @param outcome  what came of it, in words; empty while it runs
public record RunLine(
        RunId id,
        RunKind kind,
        RunStatus status,
        @Nullable TaskId task,
        String subject,
        @Nullable AgentName agent,
        Instant startedAt,
        @Nullable Duration duration,
        @Nullable Cost cost,
        String outcome) {

    /// How long it took, or has been at work.
    public Duration time(Instant now) {
        return duration == null ? Duration.between(startedAt, now) : duration;
    }
}
