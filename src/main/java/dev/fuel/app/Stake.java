package dev.fuel.app;

import dev.fuel.domain.Identifier;

/// What stands in the worktree and on the branch of a task or epic, and nowhere else.
///
/// @param commits     that no other branch has
/// @param uncommitted files, untracked ones included
public record Stake(Identifier of, int commits, int uncommitted) {
    public boolean isNothing() {
        return commits == 0 && uncommitted == 0;
    }

    /// `2 commits and 1 uncommitted file`.
    public String words() {
        String committed = commits == 1 ? "1 commit" : commits + " commits";
        String files = uncommitted == 1 ? "1 uncommitted file" : uncommitted + " uncommitted files";
        if (isNothing()) {
            return "nothing that is not elsewhere";
        }
        if (uncommitted == 0) {
            return committed;
        }
        return commits == 0 ? files : committed + " and " + files;
    }
}
