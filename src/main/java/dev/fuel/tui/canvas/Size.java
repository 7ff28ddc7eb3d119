package dev.fuel.tui.canvas;

/// A width and a height in terminal cells.
public record Size(int columns, int rows) {
    public Size {
        if (columns < 0 || rows < 0) {
            throw new IllegalArgumentException("a size is not negative: %d x %d".formatted(columns, rows));
        }
    }

    @Override
    public String toString() {
        return columns + "x" + rows;
    }
}
