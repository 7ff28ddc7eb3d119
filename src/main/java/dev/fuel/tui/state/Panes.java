package dev.fuel.tui.state;

import dev.fuel.tui.canvas.Rectangle;
import java.util.Optional;

/// The difference in view, whichever page it is on.
final class Panes {
    private Panes() {}

    /// Empty where none is in view, or keys act on another part of the page.
    static Optional<DifferencePane> difference(AppState state) {
        return switch (state.view()) {
            case REVIEWING -> Optional.of(state.pages().review().pane());
            case OUTPUT ->
                state.pages().run().tab() == RunPage.Tab.DIFFERENCE
                        ? Optional.of(state.pages().run().pane())
                        : Optional.empty();
            case BOARD, AGENTS, INBOX, RUNS, REVIEW, DETAIL, EVENTS, EPICS, STATISTICS, SETTINGS -> Optional.empty();
        };
    }

    static AppState with(AppState state, DifferencePane pane) {
        return state.view() == ViewKind.REVIEWING
                ? state.with(state.pages().review().with(pane))
                : state.with(state.pages().run().with(pane));
    }

    /// The room for its rows.
    static Rectangle room(AppState state) {
        Rectangle box =
                state.view() == ViewKind.REVIEWING ? ReviewLayout.of(state).body() : TextLayout.run(state.size());
        return ReviewLayout.inside(box);
    }

    /// Both panes laid out for the size as it is.
    static AppState settle(AppState state) {
        boolean wide = state.size().columns() >= ReviewLayout.SPLIT_COLUMNS;
        return difference(state)
                .map(pane -> {
                    Rectangle room = room(state);
                    return with(state, pane.settle(wide, room.columns(), room.rows()));
                })
                .orElse(state);
    }
}
