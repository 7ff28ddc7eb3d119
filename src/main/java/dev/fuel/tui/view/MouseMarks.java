package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Rectangle;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.BoardLayout;
import dev.fuel.tui.state.ColumnKind;
import dev.fuel.tui.state.Dropping;
import dev.fuel.tui.state.TextSelection;

/// What is dragged: the lines that will be copied, or where a card may not be dropped, and why.
final class MouseMarks {
    private MouseMarks() {}

    static void draw(Canvas canvas, AppState state) {
        for (Rectangle line : TextSelection.lines(state)) {
            canvas.region(line.column(), line.row(), line.columns(), 1).restyle(0, Style.SELECTED);
        }
        if (Dropping.card(state).isEmpty()) {
            return;
        }
        BoardLayout layout = state.layout();
        for (int place = 0; place < layout.columns().size(); place++) {
            ColumnKind kind = layout.kinds().get(place);
            Dropping.missing(state, kind).ifPresent(reason -> {
                Rectangle box = layout.columns().get(layout.kinds().indexOf(kind));
                Canvas column = box.of(canvas);
                for (int row = 0; row < column.rows(); row++) {
                    column.restyle(row, Style.DIM);
                }
                column.put(1, column.rows() - 1, column.columns() - 2, " " + reason + " ", Style.DIM);
            });
        }
    }
}
