package dev.fuel.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Git's surroundings, for doctor.
///
/// @param version            as git tells it: `2.39.5`
/// @param identityConfigured otherwise Fuel's merges carry `Fuel <fuel@localhost>`
/// @param signing            the user's commits are signed; Fuel's are not
/// @param hooks              names of the user's hooks, which Fuel's commits and merges do not run
/// @param submodules         there is a `.gitmodules`
/// @param blockingBranch     a branch named `fuel` exists, so that none named `fuel/…` can
public record GitReport(
        String version,
        boolean identityConfigured,
        boolean signing,
        List<String> hooks,
        boolean submodules,
        boolean blockingBranch) {
    /// Merges are computed by `git merge-tree --write-tree`, which came with this version.
    public static final String NEEDED_VERSION = "2.38";

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

    public GitReport {
        hooks = List.copyOf(hooks);
    }

    public static GitReport of(Repository repository) {
        Git git = repository.git();
        return new GitReport(
                git.read("version").replace("git version", "").strip(),
                Identity.isConfigured(git),
                // Our own settings stand on the command line, so the user's are read from the files.
                configured(git, "--type=bool", "commit.gpgSign").equals("true"),
                hooks(repository),
                Files.exists(repository.root().resolve(".gitmodules")),
                repository.resolve("refs/heads/fuel").isPresent());
    }

    public boolean isNewEnough() {
        Matcher found = VERSION.matcher(version);
        Matcher needed = VERSION.matcher(NEEDED_VERSION);
        return found.find() && needed.find() && number(found) >= number(needed);
    }

    private static int number(Matcher version) {
        return Integer.parseInt(version.group(1)) * 1000 + Integer.parseInt(version.group(2));
    }

    private static String configured(Git git, String type, String key) {
        for (String scope : List.of("--local", "--global", "--system")) {
            var result = git.query("config", scope, type, "--get", key);
            if (result.isSuccess()) {
                return result.stdout().strip();
            }
        }
        return "";
    }

    private static List<String> hooks(Repository repository) {
        String path = configured(repository.git(), "--type=path", "core.hooksPath");
        Path folder = path.isEmpty()
                ? repository.commonDir().resolve("hooks")
                : repository.root().resolve(path);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".sample"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list hooks in " + folder, e);
        }
    }
}
