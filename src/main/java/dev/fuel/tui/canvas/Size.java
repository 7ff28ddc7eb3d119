package dev.fuel.tui.canvas;

import org.jspecify.annotations.Nullable;

/// A width and a height in terminal cells.
public record Size(int columns, int rows) {
    public Size {
        if (columns < 0 || rows < 0) {
            throw new IllegalArgumentException("a size is not negative: %d x %d".formatted(columns, rows));
        }
    }

    /// Written out: a record's own is assembled when it is first asked for, here while the screen opens.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Size size && columns == size.columns && rows == size.rows);
    }

    @Override
    public int hashCode() {
        return columns * 31 + rows;
    }

    @Override
    public String toString() {
        return columns + "x" + rows;
    }
}
