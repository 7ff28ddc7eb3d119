package dev.fuel.tui.state;

import dev.fuel.tui.action.Action;
import java.util.List;
import java.util.Optional;

/// What the hint line tells of keys that nobody finds by themselves: in each view one at a time, each once in a
/// session, and none whose action was used or is not possible.
public enum Tip {
    MARK(Action.MARK, "marks several"),
    ZOOM(Action.ZOOM, "gives a pane all the room"),
    UNDO(Action.UNDO, "undoes what you did last"),
    SNOOZE(Action.SNOOZE, "puts an item off"),
    MENU(Action.MENU, "shows all that can be done with it"),
    OPEN_IN(Action.OPEN_IN, "opens it in your editor or a shell"),
    NEXT_PART(Action.NEXT_PART, "jumps to the next call"),
    NEXT_SIBLING(Action.NEXT_SIBLING, "shows what the run changed"),
    MARK_RANGE(Action.MARK_RANGE, "marks lines for one comment"),
    NEW_EPIC(Action.NEW_EPIC, "makes a new epic");

    private final Action action;
    private final String words;

    Tip(Action action, String words) {
        this.action = action;
        this.words = words;
    }

    public Action action() {
        return action;
    }

    /// As it goes on after the key.
    public String words() {
        return words;
    }

    /// The one to show, if any is left.
    public static Optional<Tip> of(AppState state) {
        if (!state.options().manner().tips() || !state.loaded() || state.isWelcoming()) {
            return Optional.empty();
        }
        return about(state.view()).stream()
                .filter(tip -> !state.doing().known().contains(tip.action))
                .filter(tip -> Availability.missing(state, tip.action).isEmpty())
                .findFirst();
    }

    private static List<Tip> about(ViewKind view) {
        return switch (view) {
            case BOARD -> List.of(MARK, ZOOM, UNDO);
            case INBOX -> List.of(SNOOZE, MENU, MARK);
            case RUNS, REVIEW -> List.of(OPEN_IN, MARK);
            case EPICS -> List.of(NEW_EPIC, MENU);
            case OUTPUT -> List.of(NEXT_PART, NEXT_SIBLING);
            case REVIEWING -> List.of(MARK_RANGE, ZOOM, OPEN_IN);
            case AGENTS, EVENTS, STATISTICS, SETTINGS, DETAIL -> List.of();
        };
    }
}
