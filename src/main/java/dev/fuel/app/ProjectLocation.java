package dev.fuel.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where a project is.
///
/// @param root the folder that `.fuel` stands in
public record ProjectLocation(Path root) {
    public static final String VARIABLE = "FUEL_PROJECT";

    private static final String FOLDER = ".fuel";
    private static final String DATABASE = "agent.db";
    private static final String CONFIG = "config.yaml";

    public Path folder() {
        return root.resolve(FOLDER);
    }

    public Path configFile() {
        return folder().resolve(CONFIG);
    }

    public Path databaseFile() {
        return folder().resolve(DATABASE);
    }

    boolean isInitialised() {
        return Files.isRegularFile(configFile());
    }

    /// The option's folder, else the variable's, else the nearest parent that has `.fuel/config.yaml`; inside a
    /// linked worktree the main worktree's, since the worktree's own copy is just a file of its branch.
    ///
    /// @param option    `--project`
    /// @param directory the working directory, absolute
    /// @throws NotInitialisedException if there is none
    public static ProjectLocation find(Optional<String> option, Map<String, String> environment, Path directory) {
        if (option.isPresent()) {
            return named("--project", option.get(), directory);
        }
        String variable = environment.getOrDefault(VARIABLE, "");
        if (!variable.isEmpty()) {
            return named(VARIABLE, variable, directory);
        }
        return GitPlace.of(directory)
                .filter(GitPlace::isLinked)
                .flatMap(git -> nearest(git.main().resolve(git.root().relativize(directory))))
                .or(() -> nearest(directory))
                .orElseThrow(() -> new NotInitialisedException(
                        "no .fuel/config.yaml in %s or above: run fuel init".formatted(directory)));
    }

    private static ProjectLocation named(String source, String folder, Path directory) {
        var location = new ProjectLocation(directory.resolve(folder).normalize());
        if (!location.isInitialised()) {
            throw new NotInitialisedException(
                    "no .fuel/config.yaml in %s (named by %s): run fuel init there".formatted(location.root(), source));
        }
        return location;
    }

    private static Optional<ProjectLocation> nearest(Path directory) {
        for (Path folder = directory; folder != null; folder = folder.getParent()) {
            var location = new ProjectLocation(folder);
            if (location.isInitialised()) {
                return Optional.of(location);
            }
        }
        return Optional.empty();
    }
}
