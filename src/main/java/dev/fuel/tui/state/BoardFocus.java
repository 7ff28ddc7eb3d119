package dev.fuel.tui.state;

import java.util.EnumMap;
import java.util.Map;

/// Where a person is on the board.
///
/// @param column the column with the focus
/// @param left   the place of the leftmost visible column
/// @param rows   the selected card of each column
/// @param pane   which part of the board has the focus
/// @param chosen a person has moved; until then the board puts the focus where something happens
public record BoardFocus(ColumnKind column, int left, Map<ColumnKind, ListFocus> rows, BoardPane pane, boolean chosen) {
    public static final BoardFocus START = new BoardFocus(ColumnKind.READY, 2, Map.of(), BoardPane.CARDS, false);

    public BoardFocus {
        rows = Map.copyOf(rows);
    }

    public ListFocus row(ColumnKind kind) {
        return rows.getOrDefault(kind, ListFocus.START);
    }

    BoardFocus onColumn(ColumnKind kind) {
        return new BoardFocus(kind, left, rows, BoardPane.CARDS, true);
    }

    BoardFocus withRow(ColumnKind kind, ListFocus row) {
        Map<ColumnKind, ListFocus> changed = new EnumMap<>(ColumnKind.class);
        changed.putAll(rows);
        changed.put(kind, row);
        return new BoardFocus(column, left, changed, pane, chosen);
    }

    BoardFocus withLeft(int place) {
        return new BoardFocus(column, place, rows, pane, chosen);
    }

    BoardFocus on(BoardPane changed) {
        return new BoardFocus(column, left, rows, changed, chosen);
    }

    /// Whether keys scroll the live output.
    public boolean output() {
        return pane == BoardPane.OUTPUT;
    }

    BoardFocus startingAt(ColumnKind kind) {
        return new BoardFocus(kind, left, rows, pane, false);
    }
}
