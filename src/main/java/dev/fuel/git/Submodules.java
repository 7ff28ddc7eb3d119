package dev.fuel.git;

import java.nio.file.Files;

/// The submodules of a worktree. Only those that the user has initialised (their address is in the shared
/// configuration, which is not changed) are fetched.
final class Submodules {
    private Submodules() {}

    /// Brings them to what the commit asks for; does nothing without a `.gitmodules`.
    static void update(Git worktree) {
        if (Files.exists(worktree.directory().resolve(".gitmodules"))) {
            worktree.write("submodule", "--quiet", "update", "--recursive");
        }
    }

    /// Whether one of them holds commits that no remote of it has: they would go with the worktree.
    static boolean holdUnpushedCommits(Git worktree) {
        return Files.exists(worktree.directory().resolve(".gitmodules"))
                && !worktree.read(
                                "submodule",
                                "--quiet",
                                "foreach",
                                "--recursive",
                                "git rev-list --max-count=1 HEAD --branches --not --remotes")
                        .isBlank();
    }
}
