package dev.fuel.agents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The key that a program must have, because without one it asks a person and waits.
///
/// @param variable holds a key
/// @param command  logs a person in
/// @param file     where the program keeps its login then, below the folder of the user's data
///                 (`$XDG_DATA_HOME` or `~/.local/share`)
public record Login(String variable, String command, Path file) {

    /// That there is neither, with what to do, in one line; empty if there is one or it cannot be known.
    ///
    /// @param environment of the program
    Optional<String> missing(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        boolean isThere = !environment.getOrDefault(variable, "").isEmpty()
                || home.isEmpty()
                || Files.exists(Path.of(home, ".local/share").resolve(file))
                || (!data.isEmpty() && Files.exists(Path.of(data).resolve(file)));
        return isThere
                ? Optional.empty()
                : Optional.of("not logged in: give `%s`, or set %s".formatted(command, variable));
    }
}
