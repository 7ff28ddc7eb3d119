package dev.fuel.consume;

import dev.fuel.agents.Invocation;
import dev.fuel.gate.Workspace;
import java.util.List;
import java.util.Map;

/// What a run's process is started from.
///
/// @param workspace     where it works
/// @param words         the program and its arguments
/// @param environment   laid over Fuel's own; an empty value removes the variable
/// @param prompt        kept with the run's files
/// @param promptOnStdin whether the program reads the prompt from its standard input
record Preparation(
        Workspace workspace,
        List<String> words,
        Map<String, String> environment,
        String prompt,
        boolean promptOnStdin) {
    Preparation {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /// Of an agent that is told something.
    static Preparation of(Workspace workspace, Invocation invocation, String prompt) {
        return new Preparation(
                workspace, invocation.words(), invocation.environment(), prompt, invocation.promptOnStdin());
    }
}
