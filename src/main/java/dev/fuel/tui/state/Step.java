package dev.fuel.tui.state;

import java.util.List;

/// What an update comes to.
public record Step(AppState state, List<Effect> effects) {
    public Step {
        effects = List.copyOf(effects);
    }

    static Step to(AppState state, Effect... effects) {
        return new Step(state, List.of(effects));
    }
}
