package dev.fuel.domain.review;

import dev.fuel.domain.Word;
import org.jspecify.annotations.Nullable;

/// One thing that a reviewer found.
///
/// @param type        a word such as `bug`, `test` or `security`
/// @param file        null if it is about no file in particular
/// @param line        in that file; null if it is about no line in particular
/// @param description what is wrong, in words; never blank
public record Issue(
        String type,
        Severity severity,
        @Nullable String file,
        @Nullable Integer line,
        String description) {
    /// What an issue means for the work.
    public enum Severity implements Word {
        /// The work does not land before it is mended.
        BLOCKING,
        /// The work may land; the issue becomes a task.
        FOLLOW_UP
    }

    public Issue {
        if (description.isBlank()) {
            throw new IllegalArgumentException("an issue needs a description");
        }
    }

    /// A verdict's summary where the reviewer says no and names no issue.
    static Issue ofSummary(String summary) {
        return new Issue(
                "review", Severity.BLOCKING, null, null, summary.isBlank() ? "the reviewer gave no reason" : summary);
    }

    public boolean isBlocking() {
        return severity == Severity.BLOCKING;
    }

    /// As one entry of a list: where, and what.
    public String sentence() {
        String where = file == null ? "" : line == null ? file + ": " : "%s:%d: ".formatted(file, line);
        return "%s%s (%s)".formatted(where, description.strip(), type);
    }
}
