package dev.fuel.domain.agent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What Fuel knows of an agent's ability to work.
///
/// @param backoffUntil  no run of this agent starts before
/// @param backoffReason why, as a failure type's word
/// @param stoppedReason set while only a person can bring it back (lost login, no credit)
/// @param paused        a person wants it to start nothing
public record AgentHealth(
        AgentName agent,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant lastFailureAt,
        int consecutiveFailures,
        @Nullable Instant backoffUntil,
        @Nullable String backoffReason,
        @Nullable String stoppedReason,
        long totalRuns,
        long totalSuccesses,
        boolean paused) {

    /// An agent of which nothing is known yet.
    public static AgentHealth unknown(AgentName agent) {
        return new AgentHealth(agent, null, null, 0, null, null, null, 0, 0, false);
    }

    /// The same health, but for what a person wants.
    public AgentHealth withPaused(boolean wanted) {
        return new AgentHealth(
                agent,
                lastSuccessAt,
                lastFailureAt,
                consecutiveFailures,
                backoffUntil,
                backoffReason,
                stoppedReason,
                totalRuns,
                totalSuccesses,
                wanted);
    }

    /// Whether a run may start now, as far as health is concerned.
    public boolean isAvailable(Instant now) {
        return !paused && stoppedReason == null && (backoffUntil == null || !now.isBefore(backoffUntil));
    }

    /// After failures, one run at a time until one succeeds.
    public boolean isProbing() {
        return consecutiveFailures > 0;
    }
}
