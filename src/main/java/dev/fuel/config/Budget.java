package dev.fuel.config;

import org.jspecify.annotations.Nullable;

/// The most that may be spent, in US dollars; null is no bound.
public record Budget(
        @Nullable Double runUsd,
        @Nullable Double taskUsd,
        @Nullable Double epicUsd,
        @Nullable Double dayUsd) {
    public static final Budget UNLIMITED = new Budget(null, null, null, null);

    public Budget {
        check("budget.run_usd", runUsd);
        check("budget.task_usd", taskUsd);
        check("budget.epic_usd", epicUsd);
        check("budget.day_usd", dayUsd);
    }

    private static void check(String name, @Nullable Double value) {
        if (value != null) {
            Require.positive(name, value);
        }
    }
}
