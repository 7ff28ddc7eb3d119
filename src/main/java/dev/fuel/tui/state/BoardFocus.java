package dev.fuel.tui.state;

import java.util.EnumMap;
import java.util.Map;

/// Where a person is on the board.
///
/// @param column the column with the focus
/// @param left   the place of the leftmost visible column
/// @param rows   the selected card of each column
/// @param output the output pane has the focus instead
/// @param chosen a person has moved; until then the board puts the focus where something happens
public record BoardFocus(ColumnKind column, int left, Map<ColumnKind, ListFocus> rows, boolean output, boolean chosen) {
    public static final BoardFocus START = new BoardFocus(ColumnKind.READY, 2, Map.of(), false, false);

    public BoardFocus {
        rows = Map.copyOf(rows);
    }

    public ListFocus row(ColumnKind kind) {
        return rows.getOrDefault(kind, ListFocus.START);
    }

    BoardFocus onColumn(ColumnKind kind) {
        return new BoardFocus(kind, left, rows, false, true);
    }

    BoardFocus withRow(ColumnKind kind, ListFocus row) {
        Map<ColumnKind, ListFocus> changed = new EnumMap<>(ColumnKind.class);
        changed.putAll(rows);
        changed.put(kind, row);
        return new BoardFocus(column, left, changed, output, chosen);
    }

    BoardFocus withLeft(int place) {
        return new BoardFocus(column, place, rows, output, chosen);
    }

    BoardFocus withOutput(boolean focused) {
        return new BoardFocus(column, left, rows, focused, chosen);
    }

    BoardFocus startingAt(ColumnKind kind) {
        return new BoardFocus(kind, left, rows, output, false);
    }
}
