package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.difference.PatchLine;
import dev.fuel.tui.difference.WordDifference;
import dev.fuel.tui.state.DifferenceLayout;
import dev.fuel.tui.widget.StyledLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws single lines of a difference: numbers, sign, and the text with the words that changed.
///
/// @param sideways how many cells of the text are out of view at the left
/// @param search   words to be shown wherever they stand
record DifferenceLine(DifferenceLayout layout, int sideways, String search) {
    private static final String NO_END = "  (no line end)";

    /// @param old whether the number in the old file is shown
    /// @param now whether the number in the new file is shown
    void draw(Canvas canvas, PatchLine line, @Nullable PatchLine partner, boolean old, boolean now) {
        int column = 1;
        if (old) {
            number(canvas, column, line.before());
            column += layout.digits() + 1;
        }
        if (now) {
            number(canvas, column, line.after());
            column += layout.digits() + 1;
        }
        canvas.put(column, 0, String.valueOf(line.kind().sign()), style(line.kind()));
        StyledLine text = text(line, partner);
        int from = layout.gutter();
        if (layout.wrap()) {
            text.drawWrapped(canvas, from, 0, layout.wrapped());
        } else {
            text.draw(canvas, from, 0, layout.text(), sideways);
        }
    }

    private void number(Canvas canvas, int column, int number) {
        if (number > 0) {
            canvas.putRight(column + layout.digits(), 0, String.valueOf(number), Style.DIM);
        }
    }

    private StyledLine text(PatchLine line, @Nullable PatchLine partner) {
        List<WordDifference.Span> changed = changed(line, partner);
        StyledLine text = new StyledLine();
        TextMarks marks = new TextMarks(line.text(), search);
        int at = 0;
        while (at < line.text().length()) {
            int index = at;
            boolean word = changed.stream().anyMatch(span -> span.contains(index));
            boolean match = marks.contains(at);
            int end = at + 1;
            while (end < line.text().length() && same(changed, marks, end, word, match)) {
                end++;
            }
            Style style = match ? Style.of(Role.MATCH) : word ? wordStyle(line.kind()) : style(line.kind());
            text.add(line.text().substring(at, end), style);
            at = end;
        }
        return line.unended() ? text.add(NO_END, Style.DIM) : text;
    }

    private static boolean same(
            List<WordDifference.Span> changed, TextMarks marks, int index, boolean word, boolean match) {
        return marks.contains(index) == match && changed.stream().anyMatch(span -> span.contains(index)) == word;
    }

    private static List<WordDifference.Span> changed(PatchLine line, @Nullable PatchLine partner) {
        if (partner == null) {
            return List.of();
        }
        return switch (line.kind()) {
            case CONTEXT -> List.of();
            case ADDED -> WordDifference.of(partner.text(), line.text()).added();
            case REMOVED -> WordDifference.of(line.text(), partner.text()).removed();
        };
    }

    private static Style style(PatchLine.Kind kind) {
        return switch (kind) {
            case CONTEXT -> Style.TEXT;
            case ADDED -> Style.of(Role.DIFF_ADDED);
            case REMOVED -> Style.of(Role.DIFF_REMOVED);
        };
    }

    private static Style wordStyle(PatchLine.Kind kind) {
        return switch (kind) {
            case CONTEXT -> Style.TEXT;
            case ADDED -> Style.of(Role.DIFF_ADDED_WORD);
            case REMOVED -> Style.of(Role.DIFF_REMOVED_WORD);
        };
    }
}
