package dev.fuel.tui.state;

import java.util.List;
import java.util.stream.Stream;

/// Brings a changed state into shape: selections found again by id, scrolled into view, the right runs watched.
final class Settle {
    private static final List<ColumnKind> KINDS = List.of(ColumnKind.values());

    /// Where the focus starts, the first that has cards.
    private static final List<ColumnKind> INTEREST =
            List.of(ColumnKind.RUNNING, ColumnKind.READY, ColumnKind.NEEDS_YOU, ColumnKind.REVIEW, ColumnKind.BLOCKED);

    private static final List<ViewKind> LISTS =
            Stream.of(ViewKind.values()).filter(ViewKind::isList).toList();

    private Settle() {}

    static AppState settle(AppState state) {
        return Panes.settle(Watching.settle(lists(columns(state))));
    }

    private static AppState columns(AppState state) {
        BoardFocus focus =
                state.focus().chosen() ? state.focus() : state.focus().startingAt(interesting(state));
        int column = KINDS.indexOf(focus.column());
        BoardFocus placed = focus.withLeft(BoardLayout.leftFor(state.size(), focus.left(), column));
        AppState moved = state.with(placed);
        boolean cards = placed.pane() == BoardPane.CARDS;
        BoardLayout layout = cards ? moved.layout() : moved.wholeLayout();
        for (ColumnKind kind : KINDS) {
            ListFocus row = placed.row(kind).settle(keys(state, kind), layout.visible(kind));
            placed = placed.withRow(kind, row);
        }
        return state.with(placed.pane().isShown(layout) ? placed : placed.on(BoardPane.CARDS));
    }

    private static ColumnKind interesting(AppState state) {
        return INTEREST.stream()
                .filter(kind -> !state.cards(kind).isEmpty())
                .findFirst()
                .orElse(ColumnKind.READY);
    }

    static List<String> keys(AppState state, ColumnKind kind) {
        return state.cards(kind).stream().map(card -> card.id().value()).toList();
    }

    private static AppState lists(AppState state) {
        AppState settled = state;
        for (ViewKind kind : LISTS) {
            // Of a list that nobody looks at the first row stays selected, whichever that comes to be.
            boolean fresh = state.list(kind).index() == 0 && !isInView(state, kind);
            ListFocus row = (fresh ? ListFocus.START : state.list(kind))
                    .settle(Targets.keys(state, kind), state.listLayout(kind).visible());
            settled = settled.withList(kind, row);
        }
        return settled;
    }

    private static boolean isInView(AppState state, ViewKind kind) {
        boolean onBoard = (kind == ViewKind.AGENTS || kind == ViewKind.EVENTS)
                && state.view() == ViewKind.BOARD
                && BoardLayout.isMissionControl(state.size());
        return onBoard || state.view() == kind || state.from() == kind;
    }

    /// The focus after a new snapshot: it goes with its card to the column that the card has gone to, as long as
    /// that is one where things happen.
    static AppState follow(AppState state) {
        ColumnKind column = state.focus().column();
        String key = state.focus().row(column).key();
        if (key.isEmpty() || !state.focus().chosen() || keys(state, column).contains(key)) {
            return state;
        }
        return Stream.of(ColumnKind.values())
                .filter(kind -> kind != ColumnKind.DONE && kind != ColumnKind.BACKLOG)
                .filter(kind -> state.layout().kinds().contains(kind))
                .filter(kind -> keys(state, kind).contains(key))
                .findFirst()
                .map(kind -> state.with(state.focus().onColumn(kind).withRow(kind, rowOf(state, kind, key))))
                .orElse(state);
    }

    private static ListFocus rowOf(AppState state, ColumnKind kind, String key) {
        List<String> keys = keys(state, kind);
        return state.focus().row(kind).select(keys, keys.indexOf(key));
    }
}
