package dev.fuel.consume;

import dev.fuel.consume.BudgetFacts.Account;
import dev.fuel.consume.BudgetFacts.AtWork;
import dev.fuel.consume.BudgetStep.Stop;
import dev.fuel.consume.BudgetStep.TakeBack;
import dev.fuel.consume.BudgetStep.Tell;
import dev.fuel.domain.budget.BudgetKey;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.budget.BudgetMark.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is told of budgets, and which runs they end: a pure function of what was spent.
///
/// A spent budget stays so until its limit is higher or its day is over. That an estimate was too high does not free
/// it: work would start and be stopped again and again.
final class BudgetPolicy {
    /// How long a run may go on until a turn of its model has ended.
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /// The share of a limit at which it is told for the first time.
    static final double NEAR = 0.8;

    private BudgetPolicy() {}

    /// Told is first what has changed, then who has to stop.
    static List<BudgetStep> decide(BudgetFacts facts) {
        List<BudgetStep> steps = new ArrayList<>();
        Map<BudgetKey, Instant> spentSince = new HashMap<>();
        for (Account account : facts.accounts()) {
            Optional<BudgetStep> change = change(account, facts.now());
            change.ifPresent(steps::add);
            BudgetMark mark = account.mark();
            if (change.isEmpty() && mark != null && mark.isSpent()) {
                spentSince.put(account.key(), mark.toldAt());
            } else if (change.isPresent() && change.get() instanceof Tell tell && tell.state() == State.SPENT) {
                spentSince.put(account.key(), facts.now());
            }
        }
        for (AtWork run : facts.atWork()) {
            if (mustStop(run, spentSince, facts.now())) {
                steps.add(new Stop(run.run()));
            }
        }
        return List.copyOf(steps);
    }

    /// When time alone makes the next step; null if it makes none.
    static @Nullable Instant due(BudgetFacts facts) {
        @Nullable Instant due = null;
        for (Account account : facts.accounts()) {
            BudgetMark mark = account.mark();
            if (mark == null) {
                continue;
            }
            due = Planner.earlier(due, account.endsAt());
            boolean isSpentOf = mark.isSpent()
                    && facts.atWork().stream().anyMatch(run -> run.budgets().contains(account.key()));
            due = isSpentOf ? Planner.earlier(due, mark.toldAt().plus(PATIENCE)) : due;
        }
        return due;
    }

    private static Optional<BudgetStep> change(Account account, Instant now) {
        BudgetMark mark = account.mark();
        if (account.endsAt() != null && !now.isBefore(account.endsAt())) {
            return mark == null ? Optional.empty() : Optional.of(new TakeBack(account.key(), "its day is over"));
        }
        Double limit = account.limit();
        if (limit == null) {
            return mark == null ? Optional.empty() : Optional.of(new TakeBack(account.key(), "there is no limit now"));
        }
        @Nullable State told = mark != null && limit <= mark.limit() ? mark.state() : null;
        if (told == State.SPENT) {
            return Optional.empty();
        }
        @Nullable State state = state(account, limit);
        if (state == null || account.spent() == null) {
            return mark == null ? Optional.empty() : Optional.of(new TakeBack(account.key(), "there is room again"));
        }
        return told == state
                ? Optional.empty()
                : Optional.of(
                        new Tell(account.key(), state, limit, account.spent(), account.unpriced(), account.endsAt()));
    }

    private static @Nullable State state(Account account, double limit) {
        double spent = account.spent() == null ? 0 : account.spent().usd();
        if (spent >= limit) {
            return State.SPENT;
        }
        return spent >= NEAR * limit ? State.NEAR : null;
    }

    private static boolean mustStop(AtWork run, Map<BudgetKey, Instant> spentSince, Instant now) {
        return run.budgets().stream()
                .map(spentSince::get)
                .anyMatch(since -> since != null && (run.atBoundary() || !now.isBefore(since.plus(PATIENCE))));
    }
}
