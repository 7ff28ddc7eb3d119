package dev.fuel.tui.state;

import dev.fuel.domain.run.RunId;
import dev.fuel.tui.canvas.Rectangle;

/// What keys do in an output, beside moving about.
final class OutputKeys {
    private OutputKeys() {}

    static Step call(AppState state, int direction) {
        OutputPane pane = state.output();
        long found = pane.callFrom(direction);
        if (found < 0) {
            return Step.to(state.warn(direction > 0 ? "this is the last call" : "this is the first call"));
        }
        return Step.to(state.with(pane.selecting(found, room(state).rows())));
    }

    /// Opens or folds the selected call; without one the last.
    static Step fold(AppState state) {
        OutputPane pane = state.output();
        long call = pane.marks().call() >= 0 ? pane.marks().call() : pane.lastCall();
        if (call < 0) {
            return Step.to(state.warn("Enter: there is no call to open"));
        }
        return Step.to(state.with(pane.turn(call)));
    }

    /// Looks in what is in memory at once, and has the whole file counted.
    static Step search(AppState state, String words) {
        OutputPane pane = state.output().search(words);
        RunId run = pane.run();
        AppState searched = toMatch(state.with(pane), pane.marks().search().current());
        return run == null || words.isBlank()
                ? Step.to(searched)
                : Step.to(searched, new Effect.SearchOutput(run, words));
    }

    static Step match(AppState state, int direction) {
        return Step.to(toMatch(state, state.output().marks().search().current() + direction));
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

    private static Rectangle room(AppState state) {
        return TextLayout.output(state);
    }
}
