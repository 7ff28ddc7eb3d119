package dev.fuel.domain.run;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a group of runs of agents adds up to. All that consumed anything is in the spending, of whatever kind it was;
/// how good it was is said of work runs alone.
///
/// @param spending    of all runs that have ended
/// @param reportedUsd the part of the cost that programs have reported; null if none has
/// @param estimatedUsd the part that is estimated; null if nothing is
/// @param work        work runs
/// @param passed      work runs whose work passed
/// @param failed      work runs that failed, and count, or whose work did not pass
/// @param firstPassed tasks' first verdicts that were passes
/// @param firstJudged all that count for first passes, the others among them
/// @param rounds      verdicts that sent work back
/// @param median      how long a work run takes; null without one
/// @param p90         what nine of ten work runs do not take longer than; null without one
/// @param score       the mean score of the work runs that have one; null if none has
public record Figures(
        Spending spending,
        @Nullable Double reportedUsd,
        @Nullable Double estimatedUsd,
        int work,
        int passed,
        int failed,
        int firstPassed,
        int firstJudged,
        int rounds,
        @Nullable Duration median,
        @Nullable Duration p90,
        @Nullable Double score) {
    public static final Figures NONE = new Figures(Spending.NOTHING, null, null, 0, 0, 0, 0, 0, 0, null, null, null);

    /// The work runs that have come to something, good or bad.
    public int judged() {
        return passed + failed;
    }

    /// In US dollars; 0 where nothing is known.
    public double dollars() {
        return spending.cost() == null ? 0 : spending.cost().usd();
    }

    /// `82%`, `–` where there is nothing to be a share of.
    public static String share(int part, int whole) {
        return whole == 0 ? Cost.UNKNOWN : Math.round(100.0 * part / whole) + "%";
    }
}
