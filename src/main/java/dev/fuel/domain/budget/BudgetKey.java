package dev.fuel.domain.budget;

import dev.fuel.domain.Word;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import java.time.LocalDate;

/// Which budget.
///
/// @param subject the id of a run, task or epic, or a local date
public record BudgetKey(BudgetScope scope, String subject) {
    public static BudgetKey of(RunId run) {
        return new BudgetKey(BudgetScope.RUN, run.value());
    }

    public static BudgetKey of(TaskId task) {
        return new BudgetKey(BudgetScope.TASK, task.value());
    }

    public static BudgetKey of(EpicId epic) {
        return new BudgetKey(BudgetScope.EPIC, epic.value());
    }

    public static BudgetKey of(LocalDate day) {
        return new BudgetKey(BudgetScope.DAY, day.toString());
    }

    /// What its inbox item is known by.
    public String cause() {
        return "budget:%s:%s".formatted(scope.word(), subject);
    }

    /// The budget that an inbox item is about.
    ///
    /// @throws IllegalArgumentException if the cause is another one
    public static BudgetKey ofCause(String cause) {
        String[] parts = cause.split(":", 3);
        if (parts.length != 3 || !parts[0].equals("budget")) {
            throw new IllegalArgumentException("not about a budget: " + cause);
        }
        return new BudgetKey(Word.of(BudgetScope.class, parts[1]), parts[2]);
    }
}
