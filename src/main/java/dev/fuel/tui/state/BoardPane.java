package dev.fuel.tui.state;

/// The parts of the board that take the focus in turn.
public enum BoardPane {
    CARDS,
    AGENTS,
    EVENTS,
    OUTPUT;

    /// Whether there is room for it.
    boolean isShown(BoardLayout layout) {
        return switch (this) {
            case CARDS -> true;
            case AGENTS -> !layout.agents().isEmpty();
            case EVENTS -> !layout.events().isEmpty();
            case OUTPUT -> !layout.output().isEmpty();
        };
    }

    /// The next one that is shown, in either direction.
    BoardPane next(BoardLayout layout, int direction) {
        BoardPane pane = this;
        do {
            pane = values()[Math.floorMod(pane.ordinal() + direction, values().length)];
        } while (!pane.isShown(layout));
        return pane;
    }
}
