package dev.fuel.domain.run;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What something has cost. What is not known is not this, but null: it is never zero.
///
/// @param usd USD
public record Cost(double usd, CostSource source) {
    public static final String UNKNOWN = "–";

    /// Both together; null where neither is known. A sum with an estimate in it is an estimate.
    public static @Nullable Cost sum(@Nullable Cost one, @Nullable Cost other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        boolean estimated = one.source == CostSource.ESTIMATED || other.source == CostSource.ESTIMATED;
        return new Cost(one.usd + other.usd, estimated ? CostSource.ESTIMATED : CostSource.REPORTED);
    }

    /// `$0.12` as reported, `~$0.12` where it is estimated, `–` where it is not known.
    public static String words(@Nullable Cost cost) {
        if (cost == null) {
            return UNKNOWN;
        }
        String mark = switch (cost.source) {
            case REPORTED -> "";
            case ESTIMATED -> "~";
        };
        return String.format(Locale.ROOT, "%s$%.2f", mark, cost.usd);
    }
}
