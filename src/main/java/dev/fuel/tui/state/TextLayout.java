package dev.fuel.tui.state;

import dev.fuel.tui.canvas.Rectangle;
import dev.fuel.tui.canvas.Size;

/// Where texts stand: full screen, or in the board's output pane.
public final class TextLayout {
    private TextLayout() {}

    /// The box of a full-screen text, below the header.
    public static Rectangle box(Size size) {
        return new Rectangle(0, 1, size.columns(), Math.max(0, size.rows() - 1 - BoardLayout.ROWS_BELOW));
    }

    /// The box of a run's side, below the row with their names.
    public static Rectangle run(Size size) {
        return new Rectangle(0, 2, size.columns(), Math.max(0, size.rows() - 2 - BoardLayout.ROWS_BELOW));
    }

    /// The room for text inside the full-screen box.
    public static Rectangle inside(Size size) {
        return inside(box(size));
    }

    /// The room for text inside a box: a border, and a column of air at both sides.
    public static Rectangle inside(Rectangle box) {
        return new Rectangle(
                box.column() + 2, box.row() + 1, Math.max(1, box.columns() - 4), Math.max(1, box.rows() - 2));
    }

    /// The room of the live output in the view.
    static Rectangle output(AppState state) {
        return inside(
                state.view() == ViewKind.BOARD
                        ? state.outputPlaces().get(state.outputs().focus())
                        : run(state.size()));
    }
}
