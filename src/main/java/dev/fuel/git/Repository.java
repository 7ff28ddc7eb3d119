package dev.fuel.git;

import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.task.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A git repository as it was when it was looked at.
///
/// @param git       the command, in the main worktree
/// @param root      the main worktree's folder
/// @param commonDir what all worktrees share (`.git`)
/// @param gitDir    of the worktree that was asked from
/// @param branch    checked out in the main worktree; null when HEAD is detached
/// @param head      its commit; null before the first one
public record Repository(
        Git git,
        Path root,
        Path commonDir,
        Path gitDir,
        @Nullable String branch,
        @Nullable String head) {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");

    /// @param folder      must exist
    /// @param environment added to the inherited one; an empty value removes the variable
    public static Discovery discover(Path folder, Map<String, String> environment) {
        return Discovery.of(new Git(folder, environment));
    }

    public static String branchOf(TaskId task) {
        return "fuel/" + task;
    }

    public static String branchOf(EpicId epic) {
        return "fuel/" + epic;
    }

    /// Worktrees need a commit to start from.
    public boolean hasCommit() {
        return head != null;
    }

    /// The commit checked out in the main worktree, read from git's own files where that is plain
    /// (gitrepository-layout (5): `HEAD` names a loose reference), else asked of git. A process costs more than the
    /// rest of a short run's start.
    public Optional<String> headCommit() {
        try {
            String name = Files.readString(commonDir.resolve("HEAD")).strip();
            if (name.startsWith("ref: refs/")) {
                String commit = Files.readString(commonDir.resolve(name.substring("ref: ".length())))
                        .strip();
                if (COMMIT.matcher(commit).matches()) {
                    return Optional.of(commit);
                }
            }
        } catch (IOException e) {
            return resolve("HEAD"); // packed, or of another layout
        }
        return resolve("HEAD");
    }

    /// The commit that a branch, tag or commit name stands for now.
    public Optional<String> resolve(String revision) {
        var result = git.query("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
        return result.isSuccess() ? Optional.of(result.stdout().strip()) : Optional.empty();
    }

    public boolean isAncestor(String ancestor, String descendant) {
        return isAncestor(git, ancestor, descendant);
    }

    /// Makes the branch at the start point unless there is one of that name; either way, its commit.
    ///
    /// @throws GitFailure if the start point does not exist, or a branch stands in the way (`fuel` blocks `fuel/…`)
    public String ensureBranch(String name, String startPoint) {
        Optional<String> existing = resolve("refs/heads/" + name);
        if (existing.isPresent()) {
            return existing.get();
        }
        String commit = git.read("rev-parse", "--verify", "--end-of-options", startPoint + "^{commit}")
                .strip();
        var made = git.attempt("update-ref", "-m", "fuel: branch made", "refs/heads/" + name, commit, "");
        if (made.isSuccess()) {
            return commit;
        }
        return resolve("refs/heads/" + name).orElseThrow(() -> git.failure(made, "update-ref", "refs/heads/" + name));
    }

    /// The worktrees of this repository, the main one first.
    List<Registration> registrations() {
        return Registration.parse(git.read("worktree", "list", "--porcelain", "-z"));
    }

    static boolean isAncestor(Git git, String ancestor, String descendant) {
        var result = git.query("merge-base", "--is-ancestor", ancestor, descendant);
        return switch (result.exitCode()) {
            case 0 -> true;
            case 1 -> false;
            default -> throw git.failure(result, "merge-base", "--is-ancestor", ancestor, descendant);
        };
    }
}
