package dev.fuel.domain.review;

import dev.fuel.domain.Word;

/// One deterministic check of a task's work.
///
/// @param name   `clean_tree`, `commits`, `tests`, …
/// @param detail what was found, in words
public record Check(String name, Outcome outcome, String detail) {
    public static final String CLEAN_TREE = "clean_tree";
    public static final String TESTS = "tests";
    /// Only there once the work did not fit onto its target.
    public static final String MERGE = "merge";

    /// What a check found; skipped says in the detail why it could not be made.
    public enum Outcome implements Word {
        PASSED,
        FAILED,
        SKIPPED
    }

    public boolean isFailed() {
        return outcome == Outcome.FAILED;
    }

    public static Check passed(String name, String detail) {
        return new Check(name, Outcome.PASSED, detail);
    }

    public static Check failed(String name, String detail) {
        return new Check(name, Outcome.FAILED, detail);
    }

    public static Check skipped(String name, String detail) {
        return new Check(name, Outcome.SKIPPED, detail);
    }
}
