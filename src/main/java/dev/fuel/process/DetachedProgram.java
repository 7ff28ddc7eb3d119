package dev.fuel.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A program that goes on after this one, in a session of its own, and is not watched.
public final class DetachedProgram {
    private DetachedProgram() {}

    /// @param output what it prints is appended to this file
    /// @throws UncheckedIOException if it cannot be started
    public static void start(List<String> words, Path directory, Path output) {
        var command = new ArrayList<String>(List.of("setsid", "--fork"));
        command.addAll(words);
        File file = output.toFile();
        try {
            Process _ = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(file))
                    .redirectError(ProcessBuilder.Redirect.appendTo(file))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start %s: %s".formatted(words.getFirst(), e.getMessage()), e);
        }
    }
}
