package dev.fuel.tui.state;

import java.util.ArrayList;
import java.util.List;

/// Errors that must be read, one at a time: the next waits until the last is closed, and all wait until nothing else
/// has the keys, so that no box takes away what is being typed.
final class Problems {
    private Problems() {}

    static AppState raise(AppState state, Overlay.Problem problem) {
        List<Overlay.Problem> waiting = new ArrayList<>(state.doing().problems());
        waiting.add(problem);
        return next(state.with(state.doing().withProblems(waiting)));
    }

    /// Shows the first that waits, if nothing is in its way.
    static AppState next(AppState state) {
        List<Overlay.Problem> waiting = state.doing().problems();
        return waiting.isEmpty() || !(state.overlay() instanceof Overlay.None)
                ? state
                : state.with(state.doing().withProblems(waiting.subList(1, waiting.size())))
                        .with(waiting.getFirst());
    }
}
