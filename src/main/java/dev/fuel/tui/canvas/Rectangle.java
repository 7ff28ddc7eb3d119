package dev.fuel.tui.canvas;

/// A place on the screen; empty if it has no columns or no rows.
public record Rectangle(int column, int row, int columns, int rows) {
    public static final Rectangle NONE = new Rectangle(0, 0, 0, 0);

    public boolean isEmpty() {
        return columns <= 0 || rows <= 0;
    }

    public boolean contains(int pointColumn, int pointRow) {
        return pointColumn >= column && pointColumn < column + columns && pointRow >= row && pointRow < row + rows;
    }

    public Canvas of(Canvas canvas) {
        return canvas.region(column, row, columns, rows);
    }
}
