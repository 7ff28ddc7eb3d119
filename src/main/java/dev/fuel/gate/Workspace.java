package dev.fuel.gate;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where a task is worked on.
///
/// @param branch its own branch; null in the shared checkout
/// @param base   the commit that the work starts from; null outside a git repository
public record Workspace(
        Path path, @Nullable String branch, @Nullable String base) {
    /// Whether it is a worktree of the task's own.
    public boolean isWorktree() {
        return branch != null;
    }
}
