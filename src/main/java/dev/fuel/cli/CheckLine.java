package dev.fuel.cli;

import dev.fuel.domain.review.Check;

/// A check on one line: what came of it, its name, and what was found.
final class CheckLine {
    private CheckLine() {}

    static Span[] of(Check check) {
        return new Span[] {
            outcome(check), Span.of("  %-11s".formatted(check.name())), Role.DIM.of("  " + check.detail())
        };
    }

    private static Span outcome(Check check) {
        String word = "%-7s".formatted(check.outcome().word());
        return switch (check.outcome()) {
            case PASSED -> Role.OK.of(word);
            case FAILED -> Role.BAD.of(word);
            case SKIPPED -> Role.DIM.of(word);
        };
    }
}
