package dev.fuel.agents;

import dev.fuel.domain.run.Usage;
import org.jspecify.annotations.Nullable;

/// What a run has consumed so far, with what its cost can be told by.
///
/// @param sessionId   null when there is no such session (any more)
/// @param usage       as its program reports it
/// @param sinceReport the turns since the last report, which is to cover them; of a run that was cut off, it never came
public record Consumption(
        @Nullable String sessionId, @Nullable String model, Usage usage, Usage sinceReport) {
    public static final Consumption UNKNOWN = new Consumption(null, null, Usage.UNKNOWN, Usage.UNKNOWN);
}
