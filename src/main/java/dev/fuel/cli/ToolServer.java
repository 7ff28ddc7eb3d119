package dev.fuel.cli;

import dev.fuel.domain.Refusal;

/// What answers the tools of agents on the standard streams, as far as the command line knows it.
@FunctionalInterface
public interface ToolServer {
    /// Where there is none.
    ToolServer NONE = _ -> {
        throw new Refusal("no_tools", "there is no tool server here");
    };

    /// Serves until the input ends.
    void serve(Surroundings surroundings);
}
