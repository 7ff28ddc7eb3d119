package dev.fuel.tui.state;

import dev.fuel.domain.run.RunId;
import dev.fuel.tui.action.Action;
import java.util.Optional;

/// Says why a key does nothing at the moment, so that no key is ever silent.
public final class Availability {
    private Availability() {}

    /// The reason, or empty if the action is possible.
    public static Optional<String> missing(AppState state, Action action) {
        return switch (action) {
            case STOP_RUN -> Targets.activeRun(state).isPresent() ? fine() : why("no run is under way here");
            case RETRY -> retry(state);
            case ATTACH -> attach(state);
            case APPROVE, REJECT, REVIEW, COMMENT, VIEWED, MARK_RANGE, SIDE_BY_SIDE, WRAP ->
                ReadingAvailability.missing(state, action);
            case NEXT_PART, PREVIOUS_PART, NEXT_SIBLING, PREVIOUS_SIBLING, SEARCH, NEXT_MATCH, PREVIOUS_MATCH ->
                ReadingAvailability.missing(state, action);
            case OPEN -> canOpen(state) ? fine() : why("nothing is selected");
            case FILTER -> state.view() == ViewKind.BOARD ? fine() : why("only the board has a filter");
            case FOLLOW -> state.output().run() == null ? why("no output is open") : fine();
            case NEXT_NEED -> state.board().inbox().isEmpty() ? why("nothing needs you") : fine();
            case NEXT_PANE, PREVIOUS_PANE -> panes(state);
            case UP,
                    DOWN,
                    LEFT,
                    RIGHT,
                    FIRST,
                    LAST,
                    HALF_PAGE_UP,
                    HALF_PAGE_DOWN,
                    PAGE_UP,
                    PAGE_DOWN,
                    NEW_TASK,
                    VIEW_BOARD,
                    VIEW_AGENTS,
                    VIEW_INBOX,
                    VIEW_RUNS,
                    VIEW_REVIEW,
                    PAUSE,
                    HELP,
                    MOUSE,
                    REDRAW,
                    SUSPEND,
                    BACK,
                    QUIT,
                    LEAVE -> fine();
        };
    }

    private static Optional<String> panes(AppState state) {
        if (state.view() == ViewKind.OUTPUT || state.view() == ViewKind.REVIEWING) {
            return fine();
        }
        boolean several =
                state.view() == ViewKind.BOARD && !state.layout().output().isEmpty();
        return several ? fine() : why("this screen has one pane; the board has more from 120x35 on");
    }

    private static boolean canOpen(AppState state) {
        return switch (state.view()) {
            case DETAIL -> detailRun(state).isPresent();
            case OUTPUT, REVIEWING -> true;
            case BOARD, INBOX, RUNS, REVIEW ->
                state.focus().output() || Targets.subject(state).isPresent();
            case AGENTS -> false;
        };
    }

    private static Optional<RunId> detailRun(AppState state) {
        return Optional.ofNullable(state.reading().run());
    }

    private static Optional<String> retry(AppState state) {
        if (Targets.task(state).isEmpty()) {
            return why("no task is selected");
        }
        return Targets.activeRun(state).isPresent() ? why("its run is still under way") : fine();
    }

    private static Optional<String> attach(AppState state) {
        if (Targets.task(state).isEmpty()) {
            return why("no task is selected");
        }
        return Targets.activeRun(state).isPresent() ? why("its run is still under way: S stops it") : fine();
    }

    private static Optional<String> fine() {
        return Optional.empty();
    }

    private static Optional<String> why(String reason) {
        return Optional.of(reason);
    }
}
