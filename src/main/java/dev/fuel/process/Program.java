package dev.fuel.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the file that a program's name means, as a shell would.
public sealed interface Program {
    /// It can be started.
    record Found(Path file) implements Program {}

    /// It is there, but it is a folder or has no execute permission.
    record NotExecutable(Path file) implements Program {}

    /// There is no such file.
    record Missing() implements Program {}

    /// @param name        a path, relative to the directory, or a plain name to be looked for on the environment's
    ///     `PATH`
    static Program find(String name, Path directory, Map<String, String> environment) {
        Stream<Path> candidates = name.contains("/")
                ? Stream.of(directory.resolve(name))
                : Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                        .map(folder -> directory.resolve(folder).resolve(name));
        Optional<Path> fallback = Optional.empty();
        for (Path candidate : (Iterable<Path>) candidates::iterator) {
            if (Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
                return new Found(candidate);
            }
            if (fallback.isEmpty() && Files.exists(candidate)) {
                fallback = Optional.of(candidate);
            }
        }
        return fallback.<Program>map(NotExecutable::new).orElseGet(Missing::new);
    }
}
