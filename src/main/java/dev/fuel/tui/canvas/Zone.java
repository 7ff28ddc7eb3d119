package dev.fuel.tui.canvas;

/// Cells that do something when they are clicked.
///
/// @param id what they do, as the state knows it
public record Zone(int column, int row, int columns, String id) {
    public boolean contains(int atColumn, int atRow) {
        return atRow == row && atColumn >= column && atColumn < column + columns;
    }
}
