package dev.fuel.consume;

import dev.fuel.domain.budget.BudgetKey;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.budget.BudgetScope;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.store.Session;

/// Writes down what is told of budgets, in the transaction of its caller.
public final class BudgetRecords {
    private BudgetRecords() {}

    static void tell(Session session, BudgetStep.Tell tell) {
        session.budgets().tell(tell.key(), tell.state(), tell.limit(), tell.spent(), tell.unpriced(), tell.endsAt());
        session.budgets().find(tell.key()).ifPresent(mark -> ask(session, mark));
    }

    static void takeBack(Session session, BudgetKey key, String why) {
        session.budgets().takeBack(key, why);
        session.inbox().action(key.cause(), why);
    }

    /// Asks a person to raise a budget that is spent. What an epic's summary may cost is no question: the epic is
    /// shown without one; who has asked for a plan is told at once.
    public static void ask(Session session, BudgetMark mark) {
        if (!mark.isSpent() || isNotWaitedFor(session, mark)) {
            return;
        }
        session.inbox()
                .post(new NewInboxItem(
                        InboxType.BUDGET,
                        mark.key().cause(),
                        title(mark),
                        body(mark),
                        mark.epic(),
                        mark.task(),
                        mark.scope() == BudgetScope.RUN ? new RunId(mark.key().subject()) : null));
    }

    private static boolean isNotWaitedFor(Session session, BudgetMark mark) {
        if (mark.scope() != BudgetScope.RUN) {
            return false;
        }
        RunKind kind = session.runs().get(new RunId(mark.key().subject())).kind();
        return kind == RunKind.EPIC_REVIEW || kind == RunKind.PLAN;
    }

    private static String title(BudgetMark mark) {
        String whose = switch (mark.scope()) {
            case RUN, TASK, EPIC -> mark.key().subject() + " has spent its budget";
            case DAY -> "Today's budget is spent";
        };
        return "%s: %s of %s".formatted(whose, Cost.words(mark.spent()), BudgetMark.money(mark.limit()));
    }

    private static String body(BudgetMark mark) {
        String what = switch (mark.scope()) {
            case RUN -> "The run is stopped at the end of its model's turn, and %s waits.".formatted(waiting(mark));
            case TASK -> "What runs for %s is stopped at the end of its turn, and nothing more starts.";
            case EPIC -> "What runs for %s is stopped at the end of its turn, and nothing more of it starts.";
            case DAY ->
                "What runs is stopped at the end of its turn. Nothing starts before 00:00, then it goes on by itself.";
        };
        String unknown =
                mark.unpriced() == 0 ? "" : " %s, and is not in it.".formatted(BudgetMark.unpriced(mark.unpriced()));
        String raise = mark.scope() == BudgetScope.DAY
                ? "\n\nRaise it for today, and work goes on in the same sessions."
                : "\n\nRaise it, and the work goes on in the same session.";
        return what.formatted(mark.key().subject())
                + unknown
                + raise
                + " The limit for all others, %s in .fuel/config.yaml, stays as it is."
                        .formatted(mark.scope().setting());
    }

    private static String waiting(BudgetMark mark) {
        return mark.task() == null ? String.valueOf(mark.epic()) : mark.task().value();
    }

    /// A person allows more.
    public static void raise(Session session, BudgetKey key, double usd) {
        session.budgets().raise(key, usd);
        session.inbox().action(key.cause(), "raised to " + BudgetMark.money(usd));
    }
}
