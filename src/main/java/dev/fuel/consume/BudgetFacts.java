package dev.fuel.consume;

import dev.fuel.domain.budget.BudgetKey;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that {@link BudgetPolicy} decides from.
///
/// @param accounts each budget once
/// @param atWork   the runs of agents that have not ended and are not being ended
record BudgetFacts(Instant now, List<Account> accounts, List<AtWork> atWork) {
    BudgetFacts {
        accounts = List.copyOf(accounts);
        atWork = List.copyOf(atWork);
    }

    /// One budget.
    ///
    /// @param limit    as configured or raised; null if there is none (any more)
    /// @param spent    by what has ended and, as far as it can be told, by what is at work; null if not known
    /// @param unpriced runs of which nobody knows what they have cost
    /// @param endsAt   when it is over by itself; null for never
    /// @param mark     what has been told of it; null if nothing
    record Account(
            BudgetKey key,
            @Nullable Double limit,
            @Nullable Cost spent,
            int unpriced,
            @Nullable Instant endsAt,
            @Nullable BudgetMark mark) {}

    /// One run.
    ///
    /// @param budgets    that it spends of
    /// @param atBoundary whether a turn of its model has just ended
    record AtWork(RunId run, Set<BudgetKey> budgets, boolean atBoundary) {
        AtWork {
            budgets = Set.copyOf(budgets);
        }
    }
}
