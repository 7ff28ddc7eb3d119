package dev.fuel.agents;

import java.util.List;
import java.util.Map;

/// How to start an agent program.
///
/// @param words         the program and its arguments
/// @param environment   laid over the common one of all agents; an empty value removes the variable
/// @param promptOnStdin whether the prompt goes to standard input; if not, standard input must be empty and closed
public record Invocation(List<String> words, Map<String, String> environment, boolean promptOnStdin) {
    public Invocation {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("an invocation needs a program");
        }
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /// Without the environment's values: they may be secrets.
    @Override
    public String toString() {
        return "Invocation[%s, environment=%s, promptOnStdin=%s]".formatted(words, environment.keySet(), promptOnStdin);
    }
}
