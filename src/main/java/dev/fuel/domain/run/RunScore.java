package dev.fuel.domain.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How good a work run was, from 0 to 100: a pure function of what is known of it, so that it may be computed again at
/// any time. `docs/scores.md` tells the formula and why.
public final class RunScore {
    private static final int VERDICT = 60;
    private static final int ATTEMPTS = 10;
    private static final int COST = 10;
    private static final int DURATION = 10;
    private static final int WORD = 10;
    private static final int RATING = 50;
    private static final int BEST_RATING = 5;

    private RunScore() {}

    /// What has become of a run's work.
    ///
    /// @param passed   whether it passed; of a run that failed, and counts, false
    /// @param rounds   failed verdicts on the work until then, its own among them
    /// @param attempts the run and the failed ones directly before it
    /// @param cost     null if it is not known
    /// @param duration null if it is not known
    /// @param approved what a person has said of the whole; null if nothing
    /// @param rating   1 to 5; null if nobody has rated it
    public record Facts(
            boolean passed,
            int rounds,
            int attempts,
            @Nullable Comparison cost,
            @Nullable Comparison duration,
            @Nullable Boolean approved,
            @Nullable Integer rating) {}

    /// What something took, beside what it usually takes.
    public record Comparison(double actual, double usual) {
        /// A half for what is usual, more for less, and nothing below 0.
        double share() {
            return actual + usual <= 0 ? 0.5 : usual / (actual + usual);
        }
    }

    private record Part(int weight, double share) {}

    /// What is not known has no weight. What did not pass has nothing of the rest either: that it was cheap or fast is
    /// no merit then.
    public static int of(Facts facts) {
        List<Part> parts = new ArrayList<>();
        double merit = facts.passed() ? 1 : 0;
        parts.add(new Part(VERDICT, merit / (1 + facts.rounds())));
        parts.add(new Part(ATTEMPTS, merit / facts.attempts()));
        if (facts.cost() != null) {
            parts.add(new Part(COST, merit * facts.cost().share()));
        }
        if (facts.duration() != null) {
            parts.add(new Part(DURATION, merit * facts.duration().share()));
        }
        if (facts.approved() != null) {
            parts.add(new Part(WORD, facts.approved() ? merit : 0));
        }
        if (facts.rating() != null) {
            parts.add(new Part(RATING, (facts.rating() - 1.0) / (BEST_RATING - 1)));
        }
        double points =
                parts.stream().mapToDouble(part -> part.weight() * part.share()).sum();
        int weights = parts.stream().mapToInt(Part::weight).sum();
        return (int) Math.round(100 * points / weights);
    }
}
