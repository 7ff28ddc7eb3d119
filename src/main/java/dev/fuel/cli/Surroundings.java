package dev.fuel.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Everything outside the program that a command may touch.
///
/// @param directory the working directory, absolute
/// @param input     whether standard input is a terminal
/// @param output    whether standard output is a terminal
/// @param launcher  the script that started the program; null if it was started without one
public record Surroundings(
        PrintStream out,
        PrintStream err,
        InputStream in,
        Map<String, String> environment,
        Path directory,
        InstantSource clock,
        RandomGenerator random,
        boolean input,
        boolean output,
        @Nullable Path launcher) {
    public static final String RUN_TOKEN = "FUEL_RUN_TOKEN";

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /// The same with other variables.
    Surroundings with(Map<String, String> other) {
        return new Surroundings(out, err, in, other, directory, clock, random, input, output, launcher);
    }

    /// The variable's value; empty if it is not set or set to nothing.
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /// Whether a person is in front of it: both ends are terminals.
    public boolean isInteractive() {
        return input && output;
    }

    /// Set if the caller is an agent inside its run.
    public Optional<String> runToken() {
        return variable(RUN_TOKEN);
    }
}
