package dev.fuel.domain.budget;

import dev.fuel.domain.Word;

/// What a budget is for.
public enum BudgetScope implements Word {
    /// One run, together with those that it goes on for.
    RUN("the run's budget"),
    /// All runs of a task, its reviews and merges too.
    TASK("the task's budget"),
    /// All runs of an epic's tasks, and those about the epic itself.
    EPIC("the epic's budget"),
    /// All runs that were started on one day.
    DAY("the day's budget");

    private final String words;

    BudgetScope(String words) {
        this.words = words;
    }

    /// As it stands in a sentence.
    public String words() {
        return words;
    }

    /// The setting that it comes from.
    public String setting() {
        return "budget.%s_usd".formatted(word());
    }
}
