package dev.fuel.domain.run;

import org.jspecify.annotations.Nullable;

/// What a run consumed, as its CLI reports it; null is unknown, never zero.
///
/// @param costUsd USD
/// @param turns   model turns
public record Usage(
        @Nullable Long tokensIn,
        @Nullable Long tokensOut,
        @Nullable Long tokensCached,
        @Nullable Double costUsd,
        @Nullable Integer turns) {
    public static final Usage UNKNOWN = new Usage(null, null, null, null, null);
}
