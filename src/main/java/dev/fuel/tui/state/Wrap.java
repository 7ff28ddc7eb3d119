package dev.fuel.tui.state;

import dev.fuel.tui.canvas.Graphemes;
import java.util.ArrayList;
import java.util.List;

/// Breaks a line into rows of a width, at spaces where there are any.
public final class Wrap {
    private Wrap() {}

    /// At least one row; none is wider than the width (which is taken for 1 if it is less).
    public static List<String> rows(String line, int width) {
        int columns = Math.max(1, width);
        List<String> rows = new ArrayList<>();
        Filler filler = new Filler(columns, rows);
        Graphemes.each(line, filler::take);
        rows.add(filler.row.toString());
        return rows;
    }

    /// Collects graphemes into rows.
    private static final class Filler {
        private final int columns;
        private final List<String> rows;
        private StringBuilder row = new StringBuilder();
        private int used;
        private int spaceAt = -1;
        private int usedAtSpace;

        private Filler(int columns, List<String> rows) {
            this.columns = columns;
            this.rows = rows;
        }

        private boolean take(String grapheme, int width) {
            if (used + width > columns && used > 0) {
                breakRow();
            }
            if (grapheme.equals(" ")) {
                if (used == 0 && !rows.isEmpty()) {
                    return true;
                }
                spaceAt = row.length();
                usedAtSpace = used;
            }
            if (width <= columns) {
                row.append(grapheme);
                used += width;
            }
            return true;
        }

        private void breakRow() {
            if (spaceAt > 0 && usedAtSpace > columns / 2) {
                rows.add(row.substring(0, spaceAt));
                row = new StringBuilder(row.substring(spaceAt + 1));
                used -= usedAtSpace + 1;
            } else {
                rows.add(row.toString());
                row = new StringBuilder();
                used = 0;
            }
            spaceAt = -1;
        }
    }
}
