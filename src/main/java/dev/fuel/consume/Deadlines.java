package dev.fuel.consume;

import dev.fuel.config.Limits;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.StopReason;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a run must be ended, and why. Pure.
final class Deadlines {
    private Deadlines() {}

    /// The reason to end the run now, if there is one.
    ///
    /// @param lastOutput when it last wrote anything; null if it never did
    static Optional<StopReason> overrun(Run run, @Nullable Instant lastOutput, Limits limits, Instant now) {
        if (run.stopping() != null) {
            return Optional.empty();
        }
        if (!now.isBefore(run.startedAt().plus(limits.timeout()))) {
            return Optional.of(StopReason.TIMEOUT);
        }
        return now.isBefore(quietUntil(run, lastOutput, limits)) ? Optional.empty() : Optional.of(StopReason.STALLED);
    }

    /// When the run must be looked at again.
    static Instant next(Run run, @Nullable Instant lastOutput, Limits limits) {
        Instant timeout = run.startedAt().plus(limits.timeout());
        Instant stall = quietUntil(run, lastOutput, limits);
        return timeout.isBefore(stall) ? timeout : stall;
    }

    private static Instant quietUntil(Run run, @Nullable Instant lastOutput, Limits limits) {
        Instant last = lastOutput == null || lastOutput.isBefore(run.startedAt()) ? run.startedAt() : lastOutput;
        return last.plus(limits.stall());
    }
}
