package dev.fuel.tui.state;

import dev.fuel.tui.action.Action;
import dev.fuel.tui.canvas.Rectangle;
import java.util.List;

/// Moving about: cards and columns, rows of lists, rows of texts.
final class Moves {
    private static final List<ColumnKind> KINDS = List.of(ColumnKind.values());

    private Moves() {}

    static AppState move(AppState state, Action action) {
        return switch (state.view()) {
            case BOARD ->
                switch (state.focus().pane()) {
                    case CARDS -> board(state, action);
                    case AGENTS -> list(state, ViewKind.AGENTS, action);
                    case EVENTS -> list(state, ViewKind.EVENTS, action);
                    case OUTPUT -> output(state, action);
                };
            case AGENTS, INBOX, RUNS, REVIEW, EVENTS, EPICS, STATISTICS, SETTINGS -> list(state, state.view(), action);
            case DETAIL -> detail(state, action);
            case OUTPUT -> run(state, action);
            case REVIEWING -> Reviewing.move(state, action);
        };
    }

    private static AppState board(AppState state, Action action) {
        ColumnKind column = state.focus().column();
        if (action == Action.LEFT || action == Action.RIGHT) {
            int place = KINDS.indexOf(column) + (action == Action.LEFT ? -1 : 1);
            return place < 0 || place >= KINDS.size()
                    ? state
                    : state.with(state.focus().onColumn(KINDS.get(place)));
        }
        int page = state.layout().visible(column);
        ListFocus row = state.focus().row(column).move(Settle.keys(state, column), distance(action, page));
        return state.with(state.focus().onColumn(column).withRow(column, row));
    }

    private static AppState list(AppState state, ViewKind kind, Action action) {
        if (kind == ViewKind.INBOX && (action == Action.PAGE_UP || action == Action.PAGE_DOWN)) {
            return InboxText.scroll(state, action == Action.PAGE_UP ? -1 : 1);
        }
        int page = state.listLayout(kind).visible();
        return state.withList(kind, state.list(kind).move(Targets.keys(state, kind), distance(action, page)));
    }

    private static AppState detail(AppState state, Action action) {
        Rectangle inside = TextLayout.inside(state.size());
        return state.with(state.reading().scroll(distance(action, inside.rows()), inside.columns(), inside.rows()));
    }

    private static AppState run(AppState state, Action action) {
        RunPage page = state.pages().run();
        return switch (page.tab()) {
            case OUTPUT, RAW -> output(state, action);
            case DIFFERENCE -> DifferenceKeys.move(state, page.pane(), action);
            case PROMPT, CHECKS -> {
                Rectangle inside = TextLayout.inside(TextLayout.run(state.size()));
                yield state.with(page.scrolled(distance(action, inside.rows()), inside.columns(), inside.rows()));
            }
        };
    }

    private static AppState output(AppState state, Action action) {
        OutputPane pane = state.output();
        Rectangle inside = TextLayout.output(state);
        return state.with(
                switch (action) {
                    case LAST -> pane.following();
                    case FIRST -> pane.first();
                    case FOLLOW -> pane.follow() ? pane.pausedAtEnd(inside.columns(), inside.rows()) : pane.following();
                    default -> pane.scroll(distance(action, inside.rows()), inside.columns(), inside.rows());
                });
    }

    /// How many rows the action moves.
    static int distance(Action action, int page) {
        return switch (action) {
            case UP -> -1;
            case DOWN -> 1;
            case HALF_PAGE_UP -> -Math.max(1, page / 2);
            case HALF_PAGE_DOWN -> Math.max(1, page / 2);
            case PAGE_UP -> -Math.max(1, page - 1);
            case PAGE_DOWN -> Math.max(1, page - 1);
            case FIRST -> -1_000_000;
            case LAST -> 1_000_000;
            default -> 0;
        };
    }
}
