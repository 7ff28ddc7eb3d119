package dev.fuel.tui.state;

import java.time.Duration;
import java.time.Instant;

/// What the left button is doing.
///
/// @param fromColumn where it was pressed
/// @param column     where the pointer is
/// @param at         when it was pressed
/// @param held       whether it still is
public record Drag(int fromColumn, int fromRow, int column, int row, Instant at, boolean held) {
    static final Drag NONE = new Drag(-1, -1, -1, -1, Instant.MIN, false);

    private static final Duration DOUBLE = Duration.ofMillis(400);

    static Drag pressed(int column, int row, Instant now) {
        return new Drag(column, row, column, row, now, true);
    }

    Drag to(int nextColumn, int nextRow) {
        return new Drag(fromColumn, fromRow, nextColumn, nextRow, at, held);
    }

    Drag released() {
        return new Drag(fromColumn, fromRow, column, row, at, false);
    }

    /// Whether another press there makes it two.
    boolean isDouble(int atColumn, int atRow, Instant now) {
        return !held && !hasMoved() && atColumn == fromColumn && atRow == fromRow && now.isBefore(at.plus(DOUBLE));
    }

    boolean hasMoved() {
        return column != fromColumn || row != fromRow;
    }
}
