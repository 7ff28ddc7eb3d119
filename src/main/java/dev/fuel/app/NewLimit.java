package dev.fuel.app;

import dev.fuel.config.Budget;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.run.Cost;
import org.jspecify.annotations.Nullable;

/// What a spent budget is raised to.
final class NewLimit {
    private static final double MOST = 1_000_000;
    private static final double CENTS = 100;

    private NewLimit() {}

    /// @param text the new limit in USD, as `20`, `20.50` or `$20`; null for as much again as is configured
    /// @throws Refusal if it is no amount, or would be spent at once
    static double of(BudgetMark mark, Budget configured, @Nullable String text) {
        double usd = text == null ? asMuchAgain(mark, configured) : amount(text);
        if (usd <= mark.spent().usd()) {
            throw new Refusal(
                    "too_little",
                    "%s of %s is spent already: raise it to more than that"
                            .formatted(Cost.words(mark.spent()), mark.scope().words()));
        }
        return usd;
    }

    private static double asMuchAgain(BudgetMark mark, Budget configured) {
        @Nullable
        Double limit = switch (mark.scope()) {
            case RUN -> configured.runUsd();
            case TASK -> configured.taskUsd();
            case EPIC -> configured.epicUsd();
            case DAY -> configured.dayUsd();
        };
        double more = limit == null ? mark.limit() : limit;
        double usd = Math.max(mark.limit(), mark.spent().usd()) + more;
        return Math.ceil(usd * CENTS - 1e-6) / CENTS;
    }

    private static double amount(String text) {
        String number = text.startsWith("$") ? text.substring(1) : text;
        if (!number.matches("\\d{1,7}(\\.\\d{1,2})?") || Double.parseDouble(number) > MOST) {
            throw new Refusal("no_amount", "`%s` is no amount in USD: write it as 20 or 20.50".formatted(text));
        }
        return Double.parseDouble(number);
    }
}
