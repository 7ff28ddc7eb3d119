package dev.fuel.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A real repository in a folder of its own, apart from the configuration of whoever runs the tests. Its hooks fail.
final class TestRepository {
    static final Map<String, String> ALONE = Map.of(
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_AUTHOR_NAME", "",
            "GIT_AUTHOR_EMAIL", "",
            "GIT_COMMITTER_NAME", "",
            "GIT_COMMITTER_EMAIL", "",
            "EMAIL", "");

    final Path root;

    private TestRepository(Path root) {
        this.root = root;
    }

    /// One commit on `main` with README.
    static TestRepository at(Path folder) throws IOException {
        Files.createDirectories(folder);
        TestRepository repository = new TestRepository(folder.toRealPath());
        repository.git("init", "--quiet", "--initial-branch=main", "--template=");
        Path config = repository.root.resolve(".git/config");
        Files.writeString(config, Files.readString(config) + "[user]\n\tname = Ada\n\temail = ada@example.org\n");
        Files.createDirectories(repository.root.resolve(".git/info"));
        repository.write(".git/info/exclude", ".fuel/worktrees/\n.fuel/merge.lock\n.env\n");
        repository.commit("README", "hello\n");
        for (String hook : List.of(
                "pre-commit",
                "post-checkout",
                "pre-merge-commit",
                "post-merge",
                "reference-transaction",
                "pre-rebase")) {
            Path script =
                    repository.write(".git/hooks/" + hook, "#!/bin/sh\necho ran >>\"$GIT_DIR/hook-ran\"\nexit 1\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
        }
        return repository;
    }

    Repository discover() {
        return discover(root);
    }

    static Repository discover(Path folder) {
        return switch (Repository.discover(folder, ALONE)) {
            case Discovery.Found found -> found.repository();
            case Discovery other -> throw new AssertionError(other);
        };
    }

    Path write(String name, String content) throws IOException {
        return write(root, name, content);
    }

    static Path write(Path folder, String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    String commit(String name, String content) throws IOException {
        return commit(root, name, content);
    }

    static String commit(Path folder, String name, String content) throws IOException {
        write(folder, name, content);
        git(folder, "add", "--all");
        git(folder, "commit", "--quiet", "--no-verify", "--message=Change " + name.replace('\n', ' '));
        return git(folder, "rev-parse", "HEAD");
    }

    Path worktree(String name) {
        return root.resolve(".fuel/worktrees").resolve(name);
    }

    String git(String... words) {
        return git(root, words);
    }

    static String git(Path folder, String... words) {
        List<String> all = new ArrayList<>(List.of("git", "-c", "core.hooksPath=/dev/null"));
        all.addAll(List.of(words));
        var result = new Command(all, folder, ALONE, Duration.ofSeconds(20), null).run();
        assertThat(result.exitCode())
                .as("git %s: %s", List.of(words), result.stderr())
                .isZero();
        return result.stdout().strip();
    }

    /// Everything that a user would notice: files, index, references, configuration, leftovers.
    String everything() throws IOException {
        assertThat(root.resolve(".git/hook-ran")).doesNotExist();
        return String.join(
                "\n",
                git("status", "--porcelain", "--branch"),
                git("ls-files", "--stage"),
                git("for-each-ref"),
                git("worktree", "list"),
                git("symbolic-ref", "-q", "HEAD"),
                Files.readString(root.resolve(".git/config")));
    }
}
