package dev.fuel.tui.state;

import dev.fuel.tui.canvas.Rectangle;

/// What keys do in an output, beside moving about.
final class OutputKeys {
    private OutputKeys() {}

    static Step call(AppState state, int direction) {
        OutputPane pane = state.output();
        long found = pane.callFrom(direction);
        if (found == OutputMarks.NO_CALL) {
            return Step.to(state.warn(direction > 0 ? "this is the last call" : "no call is near above"));
        }
        return Step.to(state.with(pane.selecting(found, room(state).rows())));
    }

    /// Opens or folds the selected call; without one the last.
    static Step fold(AppState state) {
        OutputPane pane = state.output();
        long call = pane.marks().call() == OutputMarks.NO_CALL
                ? pane.lastCall()
                : pane.marks().call();
        if (call == OutputMarks.NO_CALL) {
            return Step.to(state.warn("Enter: there is no call to open"));
        }
        return Step.to(state.with(pane.turn(call)));
    }

    /// Looks in what is in memory at once, and in the whole file meanwhile.
    static Step search(AppState state, String words) {
        OutputPane pane = state.output().search(words);
        OutputSource source = pane.source();
        AppState searched = toMatch(state.with(pane), pane.marks().search().current());
        return source == null || words.isBlank()
                ? Step.to(searched)
                : Step.to(searched, new Effect.SearchOutput(source, words));
    }

    static Step match(AppState state, int direction) {
        return Step.to(toMatch(state, state.output().marks().search().current() + direction));
    }

    /// The whole file was searched. Who found nothing in memory is taken to what was found there.
    static AppState searched(AppState state, OutputSource source, OutputMatches matches) {
        AppState counted = state.with(state.outputs().changed(source, pane -> counted(pane, matches)));
        OutputPane before = state.output();
        boolean waits = source.equals(before.source())
                && matches.words().equals(before.marks().search().words())
                && before.marks().search().lines().isEmpty();
        return waits ? toMatch(counted, counted.output().marks().search().current()) : counted;
    }

    private static OutputPane counted(OutputPane pane, OutputMatches matches) {
        OutputSearch search = pane.marks().search();
        return matches.words().equals(search.words()) ? pane.with(pane.marks().with(search.whole(matches))) : pane;
    }

    private static AppState toMatch(AppState state, int match) {
        OutputPane pane = state.output();
        OutputSearch search = pane.marks().search();
        if (search.lines().isEmpty()) {
            return state;
        }
        int number = Math.floorMod(match, search.lines().size());
        return state.with(pane.found(search.at(number), room(state).rows()));
    }

    /// The board's next part; the outputs come one after the other.
    static AppState nextPane(AppState state, int direction) {
        int shown = state.outputPlaces().size();
        int place = state.outputs().focus() + direction;
        if (state.focus().output() && place >= 0 && place < shown) {
            return state.with(state.outputs().focusing(place));
        }
        BoardPane next = state.focus().pane().next(state.wholeLayout(), direction);
        AppState moved = state.with(state.focus().on(next));
        return next == BoardPane.OUTPUT ? moved.with(moved.outputs().focusing(direction > 0 ? 0 : shown - 1)) : moved;
    }

    /// One output more on the board, up to four; then one again.
    static AppState turnCount(AppState state) {
        AppState turned = state.with(state.outputs().turned());
        int wanted = turned.outputs().board().size();
        int shown = turned.outputPlaces().size();
        String words = wanted == 1 ? "one output" : "%d outputs beside each other".formatted(wanted);
        return turned.say(shown < wanted ? "%s, room for %d here".formatted(words, shown) : words);
    }

    private static Rectangle room(AppState state) {
        return TextLayout.output(state);
    }
}
