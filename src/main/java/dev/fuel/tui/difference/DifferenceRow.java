package dev.fuel.tui.difference;

import org.jspecify.annotations.Nullable;

/// One row of a file's difference as it stands on the screen (more than one where lines are wrapped).
public sealed interface DifferenceRow {
    /// The hunk that it belongs to, counted from 0; -1 above the first.
    int hunk();

    /// What no line shows.
    record Fact(String text) implements DifferenceRow {
        @Override
        public int hunk() {
            return -1;
        }
    }

    record Heading(int hunk, String text) implements DifferenceRow {}

    /// A line of the unified form.
    ///
    /// @param partner the line that it takes the place of, or that takes its place
    record Line(int hunk, PatchLine line, @Nullable PatchLine partner) implements DifferenceRow {}

    /// Two lines side by side; at least one is there.
    record Pair(
            int hunk, @Nullable PatchLine before, @Nullable PatchLine after) implements DifferenceRow {}

    /// A person's comment, below the last line that it is about.
    record Note(int hunk, LineComment comment) implements DifferenceRow {}

    /// The line that the row stands for, if any; of two the new one.
    default @Nullable PatchLine line() {
        return switch (this) {
            case Line row -> row.line;
            case Pair(int _, @Nullable PatchLine before, @Nullable PatchLine after) -> after != null ? after : before;
            case Fact _, Heading _, Note _ -> null;
        };
    }

    /// Whether the line stands in this row.
    default boolean shows(PatchLine wanted) {
        return switch (this) {
            case Line row -> row.line.equals(wanted);
            case Pair(int _, @Nullable PatchLine before, @Nullable PatchLine after) ->
                wanted.equals(before) || wanted.equals(after);
            case Fact _, Heading _, Note _ -> false;
        };
    }
}
