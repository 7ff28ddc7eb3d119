package dev.fuel.cli;

import dev.fuel.app.RunQueries.Day;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.Spending;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was consumed, in one line.
final class SpendingLines {
    private SpendingLines() {}

    /// `$0.12 in 3 runs, 1,200 tokens in, 34 out, 0 from a cache`; null before the first run.
    static @Nullable String of(Spending spending) {
        if (spending.runs() == 0) {
            return null;
        }
        String unpriced = spending.unpriced() == 0 || spending.cost() == null
                ? ""
                : " (%d unknown)".formatted(spending.unpriced());
        return String.format(
                Locale.ROOT,
                "%s in %d %s%s, %,d tokens in, %,d out, %,d from a cache",
                Cost.words(spending.cost()),
                spending.runs(),
                spending.runs() == 1 ? "run" : "runs",
                unpriced,
                spending.tokensIn(),
                spending.tokensOut(),
                spending.tokensCached());
    }

    /// Today, and all days together.
    ///
    /// @param days latest first
    static Optional<String> ofDays(List<Day> days) {
        @Nullable
        Cost all = days.stream()
                .map(day -> day.spending().cost())
                .filter(Objects::nonNull)
                .reduce(Cost::sum)
                .orElse(null);
        if (all == null || days.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("today %s, the last %d days %s"
                .formatted(Cost.words(days.getFirst().spending().cost()), days.size(), Cost.words(all)));
    }
}
