package dev.fuel.tui.state;

import dev.fuel.tui.canvas.Rectangle;
import java.util.ArrayList;
import java.util.List;

/// Where the outputs of several runs stand beside each other: as many of those wanted as there is room for.
public final class OutputLayout {
    private static final int LEAST_COLUMNS = 40;
    private static final int LEAST_ROWS = 5;

    /// More columns than these do not make an output easier to read.
    private static final int ENOUGH_COLUMNS = 90;

    private static final int BORDER = 2;

    private OutputLayout() {}

    public static List<Rectangle> of(Rectangle area, int wanted) {
        for (int count = wanted; count > 1; count--) {
            int across = across(area, count);
            if (across > 0) {
                return places(area, count, across);
            }
        }
        return List.of(area);
    }

    /// Which of the places has the point; -1 if none.
    static int at(List<Rectangle> places, int column, int row) {
        for (int index = 0; index < places.size(); index++) {
            if (places.get(index).contains(column, row)) {
                return index;
            }
        }
        return -1;
    }

    /// How many beside each other show the most of the outputs; 0 if there is no room for so many.
    private static int across(Rectangle area, int count) {
        int best = 0;
        int most = 0;
        for (int across = 1; across <= count; across++) {
            int columns = area.columns() / across;
            int rows = area.rows() / Math.ceilDiv(count, across);
            int seen = Math.min(columns, ENOUGH_COLUMNS) * (rows - BORDER);
            if (columns >= LEAST_COLUMNS && rows >= LEAST_ROWS && seen > most) {
                best = across;
                most = seen;
            }
        }
        return best;
    }

    private static List<Rectangle> places(Rectangle area, int count, int across) {
        int down = Math.ceilDiv(count, across);
        List<Rectangle> places = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            int row = place / across;
            int inRow = Math.min(across, count - row * across);
            int top = area.rows() * row / down;
            int left = area.columns() * (place % across) / inRow;
            places.add(new Rectangle(
                    area.column() + left,
                    area.row() + top,
                    area.columns() * (place % across + 1) / inRow - left,
                    area.rows() * (row + 1) / down - top));
        }
        return places;
    }
}
