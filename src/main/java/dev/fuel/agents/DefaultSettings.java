package dev.fuel.agents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Settings of a program that its user's and the project's own settings win over. They lie in a file of the run's own,
/// so that nobody's file is touched.
///
/// @param variable names the file to the program
/// @param usual    where the program looks without the variable; if the machine's owner has put something there, it
///                 stays as it is
/// @param text     the file's content
public record DefaultSettings(String variable, List<Path> usual, String text) {
    public DefaultSettings {
        usual = List.copyOf(usual);
    }

    /// Writes the file and tells of the variable; does nothing where the machine has such settings already.
    ///
    /// @param directory that of the run's prompt
    /// @throws java.io.UncheckedIOException if it cannot be written
    Map<String, String> leftIn(Path directory) {
        if (usual.stream().anyMatch(Files::exists)) {
            return Map.of();
        }
        Path file = RunFile.leave(directory.resolve("default-settings.json"), text);
        return Map.of(variable, file.toString());
    }
}
