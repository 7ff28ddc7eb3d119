package dev.fuel.consume;

import dev.fuel.domain.budget.BudgetKey;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is to be done for the sake of a budget.
sealed interface BudgetStep {
    /// Tell that it is nearly or wholly spent: once for each limit.
    record Tell(
            BudgetKey key,
            BudgetMark.State state,
            double limit,
            Cost spent,
            int unpriced,
            @Nullable Instant endsAt) implements BudgetStep {}

    /// What was told is no longer so.
    record TakeBack(BudgetKey key, String why) implements BudgetStep {}

    /// End a run that spends of it.
    record Stop(RunId run) implements BudgetStep {}
}
