package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Glyph;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.difference.DifferenceRow;
import dev.fuel.tui.difference.LineComment;
import dev.fuel.tui.difference.PatchFile;
import dev.fuel.tui.difference.PatchLine;
import dev.fuel.tui.state.DifferenceLayout;
import dev.fuel.tui.state.DifferencePane;
import dev.fuel.tui.state.Wrap;
import dev.fuel.tui.widget.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One file of a difference, unified or side by side.
final class DifferenceView {
    private final Canvas canvas;
    private final DifferencePane pane;
    private final DifferenceLayout layout;
    private final DifferenceLine lines;

    private DifferenceView(Canvas canvas, DifferencePane pane) {
        this.canvas = canvas;
        this.pane = pane;
        this.layout = pane.layout(canvas.columns());
        this.lines =
                new DifferenceLine(layout, pane.spot().sideways(), pane.search().words());
    }

    static void draw(Canvas canvas, DifferencePane pane, boolean focused) {
        PatchFile file = pane.current();
        if (file == null) {
            Canvas inside = Box.titled("Diff").focused(focused).draw(canvas);
            inside.put(1, 0, "Nothing is changed.", Style.DIM);
            return;
        }
        int files = pane.patch().files().size();
        Canvas inside = Box.titled("%d/%d %s%s".formatted(pane.file() + 1, files, file.path(), FilesPane.counts(file)))
                .noting(note(pane, file))
                .ending(ending(pane, canvas.rows() - 2))
                .focused(focused)
                .draw(canvas);
        new DifferenceView(inside, pane).drawRows(focused);
    }

    private static String note(DifferencePane pane, PatchFile file) {
        String form = pane.form().split() ? "side by side" : "unified";
        String hunk = file.hunks().isEmpty()
                ? ""
                : "hunk %d/%d  "
                        .formatted(Math.max(1, pane.hunk()), file.hunks().size());
        return hunk + form;
    }

    /// @param visible how many rows there is room for
    private static String ending(DifferencePane pane, int visible) {
        List<String> words = new ArrayList<>();
        if (pane.patch().omitted() > 0) {
            words.add("%,d more bytes are left out".formatted(pane.patch().omitted()));
        }
        if (!pane.search().words().isBlank()) {
            words.add(pane.search().position());
        }
        if (pane.rows().size() > visible) {
            words.add("%d%%".formatted(100 * pane.spot().cursor() / (pane.rows().size() - 1)));
        }
        return String.join("  ", words);
    }

    private void drawRows(boolean focused) {
        int row = 0;
        for (int index = pane.spot().top(); index < pane.rows().size() && row < canvas.rows(); index++) {
            DifferenceRow shown = pane.rows().get(index);
            int height = Math.min(layout.height(shown), canvas.rows() - row);
            drawRow(canvas.region(0, row, canvas.columns(), height), shown);
            boolean cursor = index == pane.spot().cursor();
            if (cursor || pane.isMarked(index)) {
                Style style = Style.of(Role.FOCUS).asBold();
                canvas.putGlyph(0, row, Glyph.SELECTED, cursor && focused ? style.asReverse() : style);
            }
            row += height;
        }
    }

    private void drawRow(Canvas place, DifferenceRow row) {
        switch (row) {
            case DifferenceRow.Fact(String text) -> place.put(1, 0, text, Style.DIM);
            case DifferenceRow.Heading(int _, String text) -> place.put(1, 0, text, Style.of(Role.FOCUS));
            case DifferenceRow.Line(int _, PatchLine line, @Nullable PatchLine partner) ->
                lines.draw(place, line, partner, true, true);
            case DifferenceRow.Pair(int _, @Nullable PatchLine before, @Nullable PatchLine after) ->
                drawPair(place, before, after);
            case DifferenceRow.Note(int _, LineComment comment) -> drawNote(place, comment);
        }
    }

    private void drawPair(Canvas place, @Nullable PatchLine before, @Nullable PatchLine after) {
        int side = layout.side();
        boolean same = Objects.equals(before, after);
        if (before != null) {
            lines.draw(place.region(0, 0, side, place.rows()), before, same ? null : after, true, false);
        }
        for (int row = 0; row < place.rows(); row++) {
            place.putGlyph(side, row, Glyph.VERTICAL, Style.DIM);
        }
        if (after != null) {
            Canvas right = place.region(side + 1, 0, side, place.rows());
            lines.draw(right, after, same ? null : before, false, true);
        }
    }

    private void drawNote(Canvas place, LineComment comment) {
        int indent = 2 * layout.digits() + 4;
        List<String> rows = Wrap.rows(comment.text(), layout.noteText());
        place.put(indent, 0, "+-- you:", Style.of(Role.NEEDS));
        for (int row = 0; row < rows.size(); row++) {
            place.put(indent + 9, row, rows.get(row), Style.of(Role.NEEDS));
        }
    }
}
