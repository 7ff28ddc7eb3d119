package dev.fuel.tui.widget;

import dev.fuel.tui.canvas.Canvas;

/// A box in the middle, over everything else.
public final class Popup {
    private Popup() {}

    /// Clears the place and draws the border.
    ///
    /// @param width  wanted, with the border; less where the screen is smaller
    /// @param height wanted, with the border
    /// @return the room inside
    public static Canvas draw(Canvas canvas, Box box, int width, int height) {
        Canvas place = place(canvas, width, height);
        place.clear();
        return box.focused(true).draw(place);
    }

    private static Canvas place(Canvas canvas, int width, int height) {
        int columns = Math.min(width, canvas.columns());
        int rows = Math.min(height, canvas.rows());
        return canvas.region((canvas.columns() - columns) / 2, (canvas.rows() - rows) / 2, columns, rows);
    }
}
