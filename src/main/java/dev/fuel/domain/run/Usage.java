package dev.fuel.domain.run;

import org.jspecify.annotations.Nullable;

/// What a run consumed, as its CLI reports it; null is unknown, never zero.
///
/// @param tokensIn     without those that came from a cache
/// @param tokensCached input that came from a cache
/// @param costUsd      USD
/// @param turns        model turns
public record Usage(
        @Nullable Long tokensIn,
        @Nullable Long tokensOut,
        @Nullable Long tokensCached,
        @Nullable Double costUsd,
        @Nullable Integer turns) {
    public static final Usage UNKNOWN = new Usage(null, null, null, null, null);

    /// What is left of a session's total when the share of its earlier runs is taken off; never less than zero.
    /// Turns are always the run's own.
    public Usage minus(Usage earlier) {
        return new Usage(
                minus(tokensIn, earlier.tokensIn),
                minus(tokensOut, earlier.tokensOut),
                minus(tokensCached, earlier.tokensCached),
                costUsd == null || earlier.costUsd == null
                        ? costUsd
                        : Double.valueOf(Math.max(0, costUsd - earlier.costUsd)),
                turns);
    }

    /// Both together; what is known of one only is that.
    public Usage plus(Usage other) {
        return new Usage(
                plus(tokensIn, other.tokensIn),
                plus(tokensOut, other.tokensOut),
                plus(tokensCached, other.tokensCached),
                costUsd == null || other.costUsd == null
                        ? (costUsd == null ? other.costUsd : costUsd)
                        : Double.valueOf(costUsd + other.costUsd),
                turns == null || other.turns == null
                        ? (turns == null ? other.turns : turns)
                        : Integer.valueOf(turns + other.turns));
    }

    private static @Nullable Long plus(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one + other;
    }

    private static @Nullable Long minus(@Nullable Long total, @Nullable Long earlier) {
        return total == null || earlier == null ? total : Long.valueOf(Math.max(0, total - earlier));
    }
}
