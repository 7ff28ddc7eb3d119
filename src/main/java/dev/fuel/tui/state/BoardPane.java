package dev.fuel.tui.state;

import java.util.List;
import java.util.stream.Stream;

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
        List<BoardPane> shown =
                Stream.of(values()).filter(pane -> pane.isShown(layout)).toList();
        return shown.get(Math.floorMod(shown.indexOf(this) + direction, shown.size()));
    }
}
