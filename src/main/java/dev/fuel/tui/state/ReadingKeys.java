package dev.fuel.tui.state;

import dev.fuel.tui.action.Action;
import java.util.Optional;

/// What keys do on pages that are read: a review, a run.
final class ReadingKeys {
    private ReadingKeys() {}

    static Step perform(AppState state, Action action) {
        Optional<DifferencePane> difference = Panes.difference(state);
        return difference.isPresent() ? inDifference(state, difference.get(), action) : inOutput(state, action);
    }

    private static Step inDifference(AppState state, DifferencePane pane, Action action) {
        return switch (action) {
            case NEXT_PART -> DifferenceKeys.hunk(state, pane, 1);
            case PREVIOUS_PART -> DifferenceKeys.hunk(state, pane, -1);
            case NEXT_SIBLING -> sibling(state, pane, 1);
            case PREVIOUS_SIBLING -> sibling(state, pane, -1);
            case COMMENT -> DifferenceKeys.comment(state, pane);
            case VIEWED -> DifferenceKeys.viewed(state, pane);
            case MARK_RANGE -> DifferenceKeys.mark(state, pane);
            case SIDE_BY_SIDE -> DifferenceKeys.split(state, pane);
            case WRAP -> DifferenceKeys.wrap(state, pane);
            case NEXT_MATCH -> DifferenceKeys.match(state, pane, 1);
            case PREVIOUS_MATCH -> DifferenceKeys.match(state, pane, -1);
            default -> search(state, pane.search().words());
        };
    }

    /// The next file; behind the last one of a run its next side.
    private static Step sibling(AppState state, DifferencePane pane, int direction) {
        boolean more = pane.toFile(pane.file() + direction).isPresent();
        return more || state.view() != ViewKind.OUTPUT
                ? DifferenceKeys.file(state, pane, direction)
                : tab(state, direction);
    }

    private static Step inOutput(AppState state, Action action) {
        return switch (action) {
            case NEXT_PART -> OutputKeys.call(state, 1);
            case PREVIOUS_PART -> OutputKeys.call(state, -1);
            case NEXT_SIBLING -> tab(state, 1);
            case PREVIOUS_SIBLING -> tab(state, -1);
            case NEXT_MATCH -> OutputKeys.match(state, 1);
            case PREVIOUS_MATCH -> OutputKeys.match(state, -1);
            default -> search(state, state.output().marks().search().words());
        };
    }

    private static Step search(AppState state, String words) {
        return Step.to(state.with(new Overlay.Write(new Writing.Search(), TextField.of(words))));
    }

    /// The next side of the opened run; what it shows is read anew, as the run may have gone on.
    static Step tab(AppState state, int direction) {
        RunPage page = state.pages().run();
        RunPage turned = page.on(page.tab().next(direction));
        AppState shown = state.with(turned);
        return turned.tab().isOutput() || state.reading().run() == null
                ? Step.to(shown)
                : Step.to(shown, new Effect.LoadRun(state.reading().run()));
    }

    /// One step back within a page: from a range, a search, a part or a side; empty if the page itself is to be
    /// left.
    static Optional<Step> back(AppState state) {
        Optional<DifferencePane> difference = Panes.difference(state);
        if (difference.isPresent() && difference.get().spot().mark() >= 0) {
            return Optional.of(Step.to(Panes.with(state, difference.get().turnMark())));
        }
        if (difference.isPresent() && !difference.get().search().words().isEmpty()) {
            return Optional.of(Step.to(Panes.with(state, difference.get().search(""))));
        }
        boolean searching = state.view() == ViewKind.OUTPUT
                && !state.output().marks().search().words().isEmpty();
        if (searching) {
            OutputMarks marks = state.output().marks().with(OutputSearch.NONE);
            return Optional.of(Step.to(state.with(state.output().with(marks))));
        }
        return Optional.empty();
    }
}
