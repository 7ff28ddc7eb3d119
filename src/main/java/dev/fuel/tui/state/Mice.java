package dev.fuel.tui.state;

import dev.fuel.tui.canvas.Rectangle;
import dev.fuel.tui.input.InputEvent.Mouse;
import java.util.List;

/// What the mouse does: a click focuses and selects, the wheel scrolls what is under the pointer without moving the
/// focus.
final class Mice {
    private static final int WHEEL_ROWS = 3;

    private Mice() {}

    static AppState point(AppState state, Mouse mouse) {
        if (!(state.overlay() instanceof Overlay.None) || BoardLayout.isTooSmall(state.size())) {
            return state;
        }
        return switch (mouse.action()) {
            case PRESS -> press(state, mouse);
            case WHEEL_UP -> wheel(state, mouse, -1);
            case WHEEL_DOWN -> wheel(state, mouse, 1);
            case MIDDLE_PRESS, RIGHT_PRESS, RELEASE, DRAG -> state;
        };
    }

    private static AppState press(AppState state, Mouse mouse) {
        return switch (state.view()) {
            case BOARD -> pressBoard(state, mouse);
            case AGENTS, INBOX, RUNS, REVIEW -> pressList(state, mouse);
            case DETAIL, OUTPUT -> state;
        };
    }

    private static AppState pressBoard(AppState state, Mouse mouse) {
        BoardLayout layout = state.layout();
        if (layout.output().contains(mouse.column(), mouse.row())) {
            return state.with(state.focus().withOutput(true));
        }
        int place = columnAt(layout, mouse);
        if (place < 0) {
            return state;
        }
        ColumnKind kind = layout.kinds().get(place);
        BoardFocus focus = state.focus().onColumn(kind);
        ListFocus row = focus.row(kind);
        List<String> keys = Settle.keys(state, kind);
        int inside = mouse.row() - layout.columns().get(place).row() - 1;
        int card = row.top() + inside / (layout.cardRows(kind) + layout.gap(kind));
        boolean hit = inside >= 0 && card < Math.min(keys.size(), row.top() + layout.visible(kind));
        return state.with(hit ? focus.withRow(kind, row.select(keys, card)) : focus);
    }

    private static AppState pressList(AppState state, Mouse mouse) {
        ListLayout layout = state.listLayout(state.view());
        List<String> keys = Targets.keys(state, state.view());
        int row = state.list(state.view()).top() + mouse.row() - layout.list().row() - 2;
        boolean hit = layout.list().contains(mouse.column(), mouse.row()) && row >= 0 && row < keys.size();
        return hit ? state.withList(state.view(), state.list(state.view()).select(keys, row)) : state;
    }

    private static AppState wheel(AppState state, Mouse mouse, int direction) {
        return switch (state.view()) {
            case BOARD -> wheelBoard(state, mouse, direction);
            case AGENTS, INBOX, RUNS, REVIEW -> {
                int visible = state.listLayout(state.view()).visible();
                ListFocus row = state.list(state.view());
                List<String> keys = Targets.keys(state, state.view());
                yield state.withList(state.view(), row.scroll(keys, direction * WHEEL_ROWS, visible));
            }
            case OUTPUT -> wheelOutput(state, direction);
            case DETAIL -> {
                Rectangle inside = TextLayout.inside(state.size());
                yield state.with(state.reading().scroll(direction * WHEEL_ROWS, inside.columns(), inside.rows()));
            }
        };
    }

    private static AppState wheelBoard(AppState state, Mouse mouse, int direction) {
        BoardLayout layout = state.layout();
        if (layout.output().contains(mouse.column(), mouse.row())) {
            return wheelOutput(state, direction);
        }
        int place = columnAt(layout, mouse);
        if (place < 0) {
            return state;
        }
        ColumnKind kind = layout.kinds().get(place);
        ListFocus row = state.focus().row(kind).scroll(Settle.keys(state, kind), direction, layout.visible(kind));
        return state.with(state.focus().withRow(kind, row));
    }

    private static AppState wheelOutput(AppState state, int direction) {
        Rectangle inside = TextLayout.output(state);
        return state.with(state.output().scroll(direction * WHEEL_ROWS, inside.columns(), inside.rows()));
    }

    private static int columnAt(BoardLayout layout, Mouse mouse) {
        for (int place = 0; place < layout.columns().size(); place++) {
            if (layout.columns().get(place).contains(mouse.column(), mouse.row())) {
                return place;
            }
        }
        return -1;
    }
}
