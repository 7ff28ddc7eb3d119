package dev.fuel.cli;

import dev.fuel.app.BudgetQueries.Budgets;
import dev.fuel.app.BudgetQueries.Today;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.budget.BudgetScope;
import dev.fuel.domain.run.CostSource;

/// How far budgets are used up, for a person and as JSON.
final class BudgetLines {
    private BudgetLines() {}

    /// Nothing where nothing is limited.
    static void print(Output output, Budgets budgets) {
        Today today = budgets.today();
        if (today != null) {
            output.line(Span.of("budget today: " + today.words()));
        }
        for (BudgetMark mark : budgets.told()) {
            if (mark.isSpent() || mark.scope() != BudgetScope.DAY) {
                Role role = mark.isSpent() ? Role.BAD : Role.WARN;
                output.line(role.of(of(mark)));
            }
        }
    }

    /// With what it is about.
    static String of(BudgetMark mark) {
        return mark.scope() == BudgetScope.DAY
                ? mark.sentence()
                : "%s: %s".formatted(mark.key().subject(), mark.sentence());
    }

    static void describe(Json json, Budgets budgets) {
        Today today = budgets.today();
        if (today == null) {
            json.text("budget_today", null);
        } else {
            json.object("budget_today", fields -> describe(fields, today));
        }
        json.objects("budgets", budgets.told(), BudgetLines::describe);
    }

    private static void describe(Json json, Today today) {
        json.text("day", today.day())
                .number("limit_usd", today.limit())
                .number(
                        "spent_usd",
                        today.spent() == null ? null : today.spent().usd())
                .flag("estimated", today.spent() != null && today.spent().source() == CostSource.ESTIMATED)
                .number("runs_unpriced", today.unpriced())
                .number("runs_not_counted", today.running());
    }

    private static void describe(Json json, BudgetMark mark) {
        json.text("scope", mark.scope().word())
                .text("subject", mark.key().subject())
                .text("state", mark.state().word())
                .number("limit_usd", mark.limit())
                .number("spent_usd", mark.spent().usd())
                .flag("estimated", mark.spent().source() == CostSource.ESTIMATED)
                .number("runs_unpriced", mark.unpriced())
                .text("task_id", mark.task())
                .text("epic_id", mark.epic())
                .text("inbox_id", mark.item())
                .text("ends_at", mark.endsAt())
                .text("words", of(mark));
    }
}
