package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Glyph;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.OutputLine;
import dev.fuel.tui.state.OutputRows;
import dev.fuel.tui.widget.StyledLine;

/// One row of an output: calls with what has come of them, the words that are looked for.
final class OutputRow {
    private static final int CALL = 5;

    private OutputRow() {}

    static void draw(Canvas canvas, OutputRows.Row row, String search) {
        OutputLine.Kind kind = row.kind();
        Style style = Style.of(kind == OutputLine.Kind.TOOL_PASSED ? Role.TEXT : kind.role());
        if (row.selected()) {
            canvas.putGlyph(0, 0, Glyph.SELECTED, Style.of(Role.FOCUS).asBold());
        }
        if (kind.isCall() && row.start()) {
            if (row.open()) {
                canvas.putGlyph(1, 0, Glyph.OPEN, Style.DIM);
            } else if (row.folded()) {
                canvas.putGlyph(1, 0, Glyph.FOLDED, Style.DIM);
            }
            canvas.putGlyph(3, 0, glyph(kind), Style.of(kind.role()));
        }
        int column = kind.isCall() ? CALL : 1;
        text(row.text(), search, row.selected() ? style.asBold() : style)
                .draw(canvas, column, 0, canvas.columns() - column, 0);
    }

    private static StyledLine text(String text, String search, Style style) {
        StyledLine line = new StyledLine();
        TextMarks marks = new TextMarks(text, search);
        if (marks.isEmpty()) {
            return line.add(text, style);
        }
        int at = 0;
        while (at < text.length()) {
            int end = at + 1;
            while (end < text.length() && marks.contains(end) == marks.contains(at)) {
                end++;
            }
            line.add(text.substring(at, end), marks.contains(at) ? Style.of(Role.MATCH) : style);
            at = end;
        }
        return line;
    }

    private static Glyph glyph(OutputLine.Kind kind) {
        return switch (kind) {
            case TOOL_PASSED -> Glyph.DONE;
            case TOOL_FAILED -> Glyph.FAILED;
            case TOOL, TEXT, THOUGHT, RESULT, FAILED_RESULT, ERROR, NOTE -> Glyph.RUNNING;
        };
    }
}
