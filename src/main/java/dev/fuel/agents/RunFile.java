package dev.fuel.agents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that a program needs beside its prompt.
final class RunFile {
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private RunFile() {}

    /// Writes the file. The run's folder is made when its process is started, which may be later; agents' words in it
    /// are nobody else's business.
    ///
    /// @return its absolute path
    /// @throws UncheckedIOException if it cannot be written
    static Path leave(Path file, String text) {
        Path absolute = file.toAbsolutePath();
        try {
            Files.createDirectories(absolute.getParent(), PRIVATE);
            Files.writeString(absolute, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
        return absolute;
    }
}
