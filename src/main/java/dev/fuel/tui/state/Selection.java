package dev.fuel.tui.state;

import dev.fuel.tui.canvas.Rectangle;
import dev.fuel.tui.canvas.Size;
import java.util.Optional;

/// Where the selected row stands on the screen, for people whose magnifier or screen reader follows the cursor.
public final class Selection {
    private Selection() {}

    /// Its first cell; empty where nothing is selected or something lies over it.
    public static Optional<Rectangle> place(AppState state) {
        if (!(state.overlay() instanceof Overlay.None) || state.isWelcoming()) {
            return Optional.empty();
        }
        if (state.view().isList()) {
            return row(state, state.view());
        }
        if (state.view() != ViewKind.BOARD) {
            return Optional.empty();
        }
        return switch (state.focus().pane()) {
            case CARDS -> card(state);
            case AGENTS -> row(state, ViewKind.AGENTS);
            case EVENTS -> row(state, ViewKind.EVENTS);
            case OUTPUT -> Optional.empty();
        };
    }

    private static Optional<Rectangle> row(AppState state, ViewKind kind) {
        ListFocus focus = state.list(kind);
        Rectangle list = state.listLayout(kind).list();
        return Targets.keys(state, kind).isEmpty()
                ? Optional.empty()
                : cell(state.size(), list.column() + 1, list.row() + 2 + focus.index() - focus.top());
    }

    private static Optional<Rectangle> card(AppState state) {
        BoardLayout layout = state.layout();
        ColumnKind kind = state.focus().column();
        int place = layout.kinds().indexOf(kind);
        if (place < 0 || state.cards(kind).isEmpty()) {
            return Optional.empty();
        }
        ListFocus focus = state.focus().row(kind);
        int height = layout.cardRows(kind) + layout.gap(kind);
        Rectangle column = layout.columns().get(place);
        return cell(state.size(), column.column() + 1, column.row() + 1 + (focus.index() - focus.top()) * height);
    }

    private static Optional<Rectangle> cell(Size size, int column, int row) {
        return column < size.columns() && row < size.rows()
                ? Optional.of(new Rectangle(column, row, 1, 1))
                : Optional.empty();
    }
}
