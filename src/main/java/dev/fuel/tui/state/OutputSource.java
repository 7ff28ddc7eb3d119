package dev.fuel.tui.state;

import dev.fuel.domain.run.RunId;

/// What a pane shows: what a run has put out.
///
/// @param raw the lines as the agent's program printed them, not what they say
public record OutputSource(RunId run, boolean raw) {
    static OutputSource of(RunId run) {
        return new OutputSource(run, false);
    }
}
