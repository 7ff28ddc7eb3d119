package dev.fuel.agents;

import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.CostSource;
import dev.fuel.domain.run.Usage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// List prices of models, for programs that count tokens and do not say what they cost. An estimate: discounts,
/// subscriptions, dearer long requests and the writing of caches are not in it. The prices, their date and their
/// sources are in the resource `prices.tsv`.
public final class PriceTable {
    private static final double MILLION = 1_000_000;
    private static final Pattern DATE = Pattern.compile("-(20\\d{6}|20\\d{2}-\\d{2}-\\d{2})$");
    private static final Pattern STAGE = Pattern.compile("-(preview|latest)$");

    private final Map<String, Price> prices;

    /// USD for a million tokens.
    private record Price(double input, double cached, double output) {}

    private PriceTable(Map<String, Price> prices) {
        this.prices = prices;
    }

    /// Kept apart, so that it is read by those only who estimate.
    private static final class Standard {
        static final PriceTable TABLE = read();
    }

    public static PriceTable standard() {
        return Standard.TABLE;
    }

    /// @param model as the agent's program names it
    /// @return USD; empty if the model has no price here or the tokens are not known
    public OptionalDouble estimate(@Nullable String model, Usage usage) {
        @Nullable Price price = model == null ? null : prices.get(normalized(model));
        if (price == null || usage.tokensIn() == null || usage.tokensOut() == null) {
            return OptionalDouble.empty();
        }
        long cached = usage.tokensCached() == null ? 0 : usage.tokensCached();
        double cost = usage.tokensIn() * price.input + cached * price.cached + usage.tokensOut() * price.output;
        return OptionalDouble.of(cost / MILLION);
    }

    /// What a run has cost that reports its own share.
    ///
    /// @param reported  as its program reports it
    /// @param unreported what it has consumed beyond that
    /// @return null if it is neither told nor can be estimated
    public @Nullable Cost cost(@Nullable String model, Usage reported, Usage unreported) {
        if (reported.costUsd() == null) {
            OptionalDouble all = estimate(model, reported.plus(unreported));
            return all.isEmpty() ? null : new Cost(all.getAsDouble(), CostSource.ESTIMATED);
        }
        OptionalDouble rest = estimate(model, unreported);
        return rest.isEmpty()
                ? new Cost(reported.costUsd(), CostSource.REPORTED)
                : new Cost(reported.costUsd() + rest.getAsDouble(), CostSource.ESTIMATED);
    }

    private static String normalized(String model) {
        String name = model.substring(model.lastIndexOf('/') + 1)
                .toLowerCase(Locale.ROOT)
                .replace('.', '-');
        return STAGE.matcher(DATE.matcher(name).replaceFirst("")).replaceFirst("");
    }

    private static PriceTable read() {
        var stream = Objects.requireNonNull(PriceTable.class.getResourceAsStream("prices.tsv"), "prices.tsv");
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            Map<String, Price> prices = new HashMap<>();
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split("\t", -1);
                prices.put(
                        cells[0],
                        new Price(
                                Double.parseDouble(cells[1]),
                                Double.parseDouble(cells[2]),
                                Double.parseDouble(cells[3])));
            });
            return new PriceTable(prices);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
