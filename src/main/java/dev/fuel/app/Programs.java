package dev.fuel.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Programs on PATH.
public final class Programs {
    private final String path;

    public Programs(Map<String, String> environment) {
        this.path = environment.getOrDefault("PATH", "");
    }

    /// The file that a shell would start for that name.
    public Optional<Path> find(String name) {
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
