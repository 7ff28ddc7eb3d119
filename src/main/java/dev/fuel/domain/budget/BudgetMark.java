package dev.fuel.domain.budget;

import dev.fuel.domain.Word;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What has been told of one budget: that it is nearly, or wholly, spent.
///
/// @param limit    at which that was found, in USD
/// @param spent    by then
/// @param unpriced runs in it of which nobody knows what they have cost
/// @param endsAt   when time alone ends it; null if only a person does
/// @param task     that has to wait for it; null if it is about more, or less
/// @param epic     whose own runs and tasks have to wait for it
/// @param item     that asks a person to raise it; null if none is open
public record BudgetMark(
        BudgetKey key,
        State state,
        double limit,
        Cost spent,
        int unpriced,
        Instant toldAt,
        @Nullable Instant endsAt,
        @Nullable TaskId task,
        @Nullable EpicId epic,
        @Nullable InboxId item) {
    private static final int PERCENT = 100;
    /// What binary fractions leave of whole cents.
    private static final double ROUNDING = 1e-9;

    /// How far it is used up.
    public enum State implements Word {
        NEAR,
        SPENT
    }

    public BudgetScope scope() {
        return key.scope();
    }

    /// Whether nothing may be spent of it any more.
    public boolean isSpent() {
        return state == State.SPENT;
    }

    /// Whether runs of the task have to wait for it.
    public boolean holds(Task waiting) {
        return isSpent()
                && switch (scope()) {
                    case DAY -> true;
                    case RUN, TASK -> waiting.id().equals(task);
                    case EPIC -> epic != null && epic.equals(waiting.epic());
                };
    }

    /// Whether it is nearly spent, and by the task itself, a run of it or its epic.
    public boolean isNear(Task spending) {
        return !isSpent()
                && switch (scope()) {
                    case DAY -> false;
                    case RUN, TASK -> spending.id().equals(task);
                    case EPIC -> epic != null && epic.equals(spending.epic());
                };
    }

    /// Whether runs about the epic itself have to wait for it.
    public boolean holds(EpicId waiting) {
        return isSpent() && (scope() == BudgetScope.DAY || (task == null && waiting.equals(epic)));
    }

    /// `the day's budget of $50 is spent ($50.12)`.
    public String fact() {
        String unknown = unpriced == 0 ? "" : ", and " + unpriced(unpriced);
        return isSpent()
                ? "%s of %s is spent (%s%s)".formatted(scope().words(), money(limit), Cost.words(spent), unknown)
                : "%d %% of %s of %s is spent (%s%s)"
                        .formatted(percent(), scope().words(), money(limit), Cost.words(spent), unknown);
    }

    /// The fact, and what ends it.
    public String sentence() {
        if (!isSpent()) {
            return fact();
        }
        String raise = item == null
                ? "raise %s in .fuel/config.yaml".formatted(scope().setting())
                : "`fuel inbox:act %s raise`".formatted(item);
        return endsAt == null ? "%s: %s".formatted(fact(), raise) : "%s; back at 00:00 or %s".formatted(fact(), raise);
    }

    private int percent() {
        return percent(spent.usd(), limit);
    }

    /// How much of the limit is spent; what is not yet a whole percent is none.
    public static int percent(double usd, double limit) {
        return (int) Math.floor(PERCENT * usd / limit + ROUNDING);
    }

    /// `3 runs have no known cost`.
    public static String unpriced(int runs) {
        return runs == 1 ? "1 run has no known cost" : "%d runs have no known cost".formatted(runs);
    }

    /// `$50`, `$0.50`.
    public static String money(double usd) {
        return usd == Math.rint(usd)
                ? String.format(Locale.ROOT, "$%.0f", usd)
                : String.format(Locale.ROOT, "$%.2f", usd);
    }
}
