package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.canvas.Width;
import dev.fuel.tui.state.TextField;
import dev.fuel.tui.state.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Text fields, scrolled so that the cursor is in view.
final class FieldView {
    /// A cell on the whole screen's scale or a field's, as the caller says.
    record Place(int column, int row) {
        Place moved(int columns, int rows) {
            return new Place(column + columns, row + rows);
        }

        /// The place on the whole canvas of one inside a popup in its middle.
        Place within(Canvas canvas, Canvas popup) {
            int left = (canvas.columns() - popup.columns() - 2) / 2 + 1;
            int top = (canvas.rows() - popup.rows() - 2) / 2 + 1;
            return moved(left, top);
        }
    }

    private FieldView() {}

    /// One line.
    ///
    /// @return where the cursor stands within the canvas
    static Optional<Place> line(Canvas canvas, TextField field) {
        String before = field.text().substring(0, field.cursor());
        int room = canvas.columns() - 1;
        String shown = before;
        while (Width.of(shown) > room && !shown.isEmpty()) {
            shown = shown.substring(shown.offsetByCodePoints(0, 1));
        }
        canvas.put(0, 0, shown + field.text().substring(field.cursor()), Style.TEXT);
        return room < 0 ? Optional.empty() : Optional.of(new Place(Width.of(shown), 0));
    }

    /// Several lines, wrapped.
    static Optional<Place> lines(Canvas canvas, TextField field) {
        String before = field.text().substring(0, field.cursor());
        List<String> rowsBefore = wrap(before, canvas.columns() - 1);
        int cursorRow = rowsBefore.size() - 1;
        List<String> rows = wrap(field.text(), canvas.columns() - 1);
        int top = Math.max(0, cursorRow - canvas.rows() + 1);
        for (int row = 0; row < canvas.rows() && top + row < rows.size(); row++) {
            canvas.put(0, row, rows.get(top + row), Style.TEXT);
        }
        return canvas.rows() == 0
                ? Optional.empty()
                : Optional.of(new Place(Width.of(rowsBefore.getLast()), cursorRow - top));
    }

    private static List<String> wrap(String text, int width) {
        List<String> rows = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            rows.addAll(Wrap.rows(line, width));
        }
        return rows;
    }
}
