package dev.fuel.tui.state;

import dev.fuel.tui.canvas.Width;
import dev.fuel.tui.difference.DifferenceRow;
import dev.fuel.tui.difference.Hunk;
import dev.fuel.tui.difference.PatchFile;
import dev.fuel.tui.difference.PatchLine;
import org.jspecify.annotations.Nullable;

/// Where the parts of a difference's rows stand: a mark, line numbers, a sign, the text.
///
/// @param columns of the room for rows
/// @param digits  of the greatest line number
/// @param split   side by side: the same twice, with a line between
public record DifferenceLayout(int columns, int digits, boolean split, boolean wrap) {
    private static final int FEWEST_DIGITS = 3;

    static DifferenceLayout of(@Nullable PatchFile file, int columns, boolean split, boolean wrap) {
        int digits = FEWEST_DIGITS;
        if (file != null && !file.hunks().isEmpty()) {
            Hunk last = file.hunks().getLast();
            for (PatchLine line : last.lines()) {
                digits = Math.max(
                        digits,
                        String.valueOf(Math.max(line.before(), line.after())).length());
            }
        }
        return new DifferenceLayout(columns, digits, split, wrap);
    }

    /// The room of one side.
    public int side() {
        return split ? Math.max(1, (columns - 1) / 2) : columns;
    }

    /// What stands in front of a side's text: the mark, one or two numbers, the sign.
    public int gutter() {
        return split ? digits + 3 : 2 * digits + 4;
    }

    /// The room for a side's text.
    public int text() {
        return Math.max(1, side() - gutter());
    }

    /// How many rows of the screen a row takes.
    public int height(DifferenceRow row) {
        return switch (row) {
            case DifferenceRow.Note note ->
                Wrap.rows(note.comment().text(), noteText()).size();
            case DifferenceRow.Line line -> wrap ? height(line.line()) : 1;
            case DifferenceRow.Pair pair -> wrap ? Math.max(height(pair.before()), height(pair.after())) : 1;
            case DifferenceRow.Fact _, DifferenceRow.Heading _ -> 1;
        };
    }

    private int height(@Nullable PatchLine line) {
        return line == null ? 1 : Math.max(1, Math.ceilDiv(Width.of(line.text()), wrapped()));
    }

    /// A wide sign may not fit the last cell of a row, so that it stays empty.
    public int wrapped() {
        return Math.max(1, text() - 1);
    }

    /// The room for a comment's words, behind its mark.
    public int noteText() {
        return Math.max(1, columns - 2 * digits - 4 - 8);
    }
}
