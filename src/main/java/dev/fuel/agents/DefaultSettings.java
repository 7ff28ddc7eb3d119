package dev.fuel.agents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Settings of a program that its user's and the project's own settings win over. They lie in a file of the run's own,
/// so that nobody's file is touched.
///
/// @param variable names the file to the program
/// @param usual    where the program looks without the variable; if the machine's owner has put something there, it
///                 stays as it is
/// @param text     the file's content
public record DefaultSettings(String variable, List<Path> usual, String text) {
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    public DefaultSettings {
        usual = List.copyOf(usual);
    }

    /// Writes the file and tells of the variable; does nothing where the machine has such settings already.
    ///
    /// @param directory that of the run's prompt
    /// @throws UncheckedIOException if it cannot be written
    Map<String, String> leftIn(Path directory) {
        if (usual.stream().anyMatch(Files::exists)) {
            return Map.of();
        }
        Path file = directory.resolve("default-settings.json");
        try {
            // The run's folder is made when its process is started; agents' words in it are nobody else's
            // business.
            Files.createDirectories(directory, PRIVATE);
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
        return Map.of(variable, file.toAbsolutePath().toString());
    }
}
