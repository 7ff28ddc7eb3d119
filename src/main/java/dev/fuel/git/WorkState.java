package dev.fuel.git;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run left in its workspace, seen from the commit that it started from.
///
/// @param head     the commit checked out
/// @param branch   the branch checked out; null when HEAD is detached
/// @param commits  since the base, oldest first, at most [#MOST_COMMITS]
/// @param dirty    uncommitted files: changed, staged, conflicting, untracked (a whole new folder ends with `/`)
/// @param changed  files that differ between base and head
/// @param diffStat the text of `git diff --stat` from base to head
/// @param added    lines
/// @param removed  lines
public record WorkState(
        String head,
        @Nullable String branch,
        List<Commit> commits,
        List<String> dirty,
        List<String> changed,
        String diffStat,
        int added,
        int removed) {
    public static final int MOST_COMMITS = 1000;

    /// One commit, by its hash and first line.
    public record Commit(String hash, String subject) {}

    public WorkState {
        commits = List.copyOf(commits);
        dirty = List.copyOf(dirty);
        changed = List.copyOf(changed);
    }

    public boolean isClean() {
        return dirty.isEmpty();
    }

    /// Changed files of Fuel's own configuration: such a branch is not merged without a person.
    public List<String> changedFuelFiles() {
        return changed.stream().filter(file -> file.startsWith(".fuel/")).toList();
    }
}
