package dev.fuel.app;

import dev.fuel.process.Command;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What of git's surroundings matters to worktrees, commits and merges.
final class GitExamination {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final String NAME = "git";

    private final Path root;

    GitExamination(Path root) {
        this.root = root;
    }

    List<Finding> examine() {
        Optional<Command.Result> version = ask(root, "git", "version");
        if (version.isEmpty()) {
            return List.of(Finding.wrong(NAME, "there is no git on PATH", "install git"));
        }
        if (!succeeds("rev-parse", "--git-dir")) {
            return List.of(Finding.warning(
                    NAME,
                    root + " is not a git repository: agents work in the folder itself",
                    "git init, and a first commit, give each task its own worktree"));
        }
        var findings = new ArrayList<Finding>();
        findings.add(Finding.ok(NAME, version.get().stdout().strip()));
        findings.add(commit());
        findings.add(identity());
        branchNamedFuel().ifPresent(findings::add);
        signing().ifPresent(findings::add);
        hooks().ifPresent(findings::add);
        submodules().ifPresent(findings::add);
        findings.add(worktrees());
        return findings;
    }

    private Finding commit() {
        return succeeds("rev-parse", "--verify", "--quiet", "HEAD")
                ? Finding.ok("first commit", "there")
                : Finding.wrong("first commit", "there is none to start from", "git commit --allow-empty -m 'First'");
    }

    private Finding identity() {
        String name = answer("config", "user.name");
        String email = answer("config", "user.email");
        return name.isEmpty() || email.isEmpty()
                ? Finding.warning(
                        "identity",
                        "user.name or user.email is not set: Fuel's merges are by Fuel <fuel@localhost>",
                        "git config --global user.name and user.email")
                : Finding.ok("identity", "%s <%s>".formatted(name, email));
    }

    /// A branch `fuel` is a file where the branches `fuel/…` need a folder.
    private Optional<Finding> branchNamedFuel() {
        return succeeds("show-ref", "--verify", "--quiet", "refs/heads/fuel")
                ? Optional.of(Finding.wrong(
                        "branch fuel",
                        "a branch named fuel blocks the branches fuel/… of tasks",
                        "git branch -m fuel another-name"))
                : Optional.empty();
    }

    private Optional<Finding> signing() {
        return answer("config", "--type=bool", "commit.gpgSign").equals("true")
                ? Optional.of(Finding.warning(
                        "signing",
                        "commit.gpgSign is on: Fuel's merges are not signed, and an agent's commit may wait for a"
                                + " passphrase",
                        "use an agent for the key, or git config commit.gpgSign false here"))
                : Optional.empty();
    }

    private Optional<Finding> hooks() {
        Path folder = root.resolve(answer("rev-parse", "--git-path", "hooks"));
        boolean commits = List.of("pre-commit", "commit-msg", "prepare-commit-msg").stream()
                .anyMatch(hook -> Files.isExecutable(folder.resolve(hook)));
        return commits
                ? Optional.of(Finding.ok("hooks", folder + ": they run for agents' commits, not for Fuel's merges"))
                : Optional.empty();
    }

    private Optional<Finding> submodules() {
        return Files.exists(root.resolve(".gitmodules"))
                ? Optional.of(Finding.ok("submodules", "initialised in each worktree, which takes time and space"))
                : Optional.empty();
    }

    private Finding worktrees() {
        List<String> stale = ask(root, "git", "worktree", "prune", "--dry-run", "--verbose")
                .map(result -> (result.stdout() + result.stderr()).lines().toList())
                .orElse(List.of());
        return stale.isEmpty()
                ? Finding.ok("worktrees", "none is stale")
                : Finding.warning(
                        "worktrees", "%d stale: %s".formatted(stale.size(), stale.getFirst()), "git worktree prune");
    }

    private boolean succeeds(String... words) {
        return ask(words).map(Command.Result::isSuccess).orElse(false);
    }

    private String answer(String... words) {
        return ask(words)
                .filter(Command.Result::isSuccess)
                .map(result -> result.stdout().strip())
                .orElse("");
    }

    private Optional<Command.Result> ask(String... words) {
        var all = new ArrayList<>(List.of("git"));
        all.addAll(List.of(words));
        return ask(root, all.toArray(String[]::new));
    }

    /// A short program's answer; empty if there is no such program.
    private static Optional<Command.Result> ask(Path directory, String... words) {
        try {
            return Optional.of(new Command(List.of(words), directory, Map.of(), LIMIT, null).run());
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
