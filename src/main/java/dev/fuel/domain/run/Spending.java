package dev.fuel.domain.run;

import org.jspecify.annotations.Nullable;

/// What several runs of agents have consumed together, as far as it is known. A resumed run has only its own share of
/// its session, so nothing is counted twice.
///
/// @param runs     how many have ended
/// @param tokensIn without those from a cache
/// @param cost     null if it is known of none of them
/// @param unpriced how many of them may have cost more than nothing, and nobody knows how much
public record Spending(
        int runs,
        long tokensIn,
        long tokensOut,
        long tokensCached,
        @Nullable Cost cost,
        int unpriced) {
    public static final Spending NOTHING = new Spending(0, 0, 0, 0, null, 0);
}
