package dev.fuel.git;

import java.util.List;

/// What stands in a worktree and on its branch and nowhere else: what would be lost with them.
///
/// @param exists      whether there is a worktree or a branch at all
/// @param commits     that no other branch, remote branch or tag contains
/// @param uncommitted files, each untracked one by itself
public record Holdings(boolean exists, int commits, List<String> uncommitted) {
    public Holdings {
        uncommitted = List.copyOf(uncommitted);
    }

    public boolean isNothing() {
        return commits == 0 && uncommitted.isEmpty();
    }
}
