package dev.fuel.app;

import dev.fuel.config.FuelConfig;
import dev.fuel.domain.budget.BudgetKey;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.Spending;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may be spent, and how far that is used up.
public final class BudgetQueries {
    private final Store store;

    public BudgetQueries(Store store) {
        this.store = store;
    }

    /// @param today null if a day may cost anything
    /// @param told  the budgets that are nearly or wholly spent
    public record Budgets(@Nullable Today today, List<BudgetMark> told) {
        public Budgets {
            told = List.copyOf(told);
        }
    }

    /// What the runs that were started today may cost, and what those have cost that have ended.
    ///
    /// @param spent    null if it is known of none
    /// @param unpriced runs of which it is not known
    /// @param running  runs of agents that are not in it yet
    public record Today(
            LocalDate day, double limit, @Nullable Cost spent, int unpriced, int running) {
        /// `$41.20 of $50 (82 %); 3 runs have no known cost`.
        public String words() {
            double usd = spent == null ? 0 : spent.usd();
            String words = "%s of %s (%d %%)"
                    .formatted(
                            spent == null ? "$0" : Cost.words(spent),
                            BudgetMark.money(limit),
                            BudgetMark.percent(usd, limit));
            words += unpriced == 0 ? "" : "; " + BudgetMark.unpriced(unpriced);
            return running == 0 ? words : "%s; %d at work not counted yet".formatted(words, running);
        }
    }

    public Budgets all(FuelConfig config, ZoneId zone) {
        return store.read(session ->
                new Budgets(today(session, config, zone), session.budgets().inForce()));
    }

    private static @Nullable Today today(Session session, FuelConfig config, ZoneId zone) {
        Double configured = config.budget().dayUsd();
        if (configured == null) {
            return null;
        }
        LocalDate day = session.now().atZone(zone).toLocalDate();
        Spending spending = session.runTotals()
                .between(
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant());
        int running = (int) session.runs().running().stream()
                .filter(run -> run.agent() != null)
                .count();
        double limit =
                Math.max(configured, session.budgets().raised(BudgetKey.of(day)).orElse(0.0));
        return new Today(day, limit, spending.cost(), spending.unpriced(), running);
    }
}
