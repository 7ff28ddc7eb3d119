package dev.fuel.agents;

import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Usage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run's end means, from its exit code, our own stop and its driver's events. What git shows is not in it.
///
/// @param exitCode      128 + n for signal n; null when there is none to be had
/// @param failure       null when the run completed or a person ended it
/// @param message       one line for a person; null when there is nothing to say
/// @param consumption   with the session that a later run can resume
/// @param finalText     the answer, or the last words of a run that failed
/// @param limitResetsAt when a reached limit is lifted, where that is known; with {@link FailureType#RATE_LIMIT}, and
///                      with {@link FailureType#NETWORK} when the provider asked to wait until then
/// @param deniedTools   refused for want of a permission, the first ones
/// @param sessionLost   the session does not exist or has no room left: go on with a fresh one
/// @param answered      ended well, with words
/// @param noise         lines that were not understood
public record Outcome(
        RunStatus status,
        @Nullable Integer exitCode,
        @Nullable FailureType failure,
        @Nullable String message,
        Consumption consumption,
        @Nullable String finalText,
        @Nullable Instant limitResetsAt,
        List<AgentEvent.ToolDenied> deniedTools,
        boolean sessionLost,
        boolean answered,
        int toolCalls,
        int noise) {
    public Outcome {
        deniedTools = List.copyOf(deniedTools);
    }

    public @Nullable String sessionId() {
        return consumption.sessionId();
    }

    public @Nullable String model() {
        return consumption.model();
    }

    /// As the program reported it.
    public Usage usage() {
        return consumption.usage();
    }

    public boolean isCompleted() {
        return status == RunStatus.COMPLETED;
    }
}
