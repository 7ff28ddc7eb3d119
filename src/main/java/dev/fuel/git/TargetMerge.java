package dev.fuel.git;

import dev.fuel.domain.run.RunId;
import java.nio.file.Path;
import java.util.List;

/// A target branch that is brought into a task's worktree for somebody to resolve the conflicts by hand. Each operation
/// may be repeated after a crash.
public final class TargetMerge {
    private static final int MOST_COMMITS = 50;

    private final Repository repository;
    private final Git there;
    private final Path worktree;

    public TargetMerge(Repository repository, Path worktree) {
        this.repository = repository;
        this.worktree = worktree;
        this.there = repository.git().in(worktree);
    }

    /// How the resolving went.
    ///
    /// @param head     the commit checked out
    /// @param leftOpen why it is not done, in words; empty if it is
    public record State(String head, String leftOpen) {
        public boolean isResolved() {
            return leftOpen.isEmpty();
        }
    }

    /// Starts the merge and leaves the conflicts in the files. What an earlier attempt has left is saved and
    /// cleared away first.
    ///
    /// @param onto the commit that is brought in
    /// @param run  whose snapshot keeps what stood in the way
    /// @throws GitFailure if git cannot start it
    public void begin(String onto, RunId run) {
        clear(run);
        String[] words = {
            "merge", "--no-ff", "--no-commit", "--no-edit", "--no-stat", "--quiet", "--no-rerere-autoupdate", onto
        };
        var started = Identity.completing(there).attempt(words);
        if (!started.isSuccess() && !isInProgress()) {
            throw there.failure(started, words);
        }
    }

    /// The files that are still in conflict.
    public List<String> conflicts() {
        return there.read("diff", "--name-only", "--diff-filter=U").lines().toList();
    }

    /// The first lines of the commits that one has and the other has not, latest first, one on each line.
    public String commits(String without, String with) {
        return there.read(
                        "-c",
                        "log.showSignature=false",
                        "log",
                        "--no-decorate",
                        "--max-count=" + MOST_COMMITS,
                        "--format=- %h %s",
                        without + ".." + with)
                .strip();
    }

    /// What somebody has made of it.
    public State state(String onto) {
        String head = there.read("rev-parse", "HEAD").strip();
        if (isInProgress()) {
            List<String> conflicts = conflicts();
            return new State(
                    head,
                    conflicts.isEmpty()
                            ? "the merge was not committed"
                            : "still in conflict: " + String.join(", ", conflicts));
        }
        List<String> dirty = WorkInspection.dirtyFiles(there);
        if (!dirty.isEmpty()) {
            return new State(head, "uncommitted: " + String.join(", ", dirty));
        }
        if (!repository.isAncestor(onto, head)) {
            return new State(head, "%s is not part of it".formatted(onto.substring(0, 10)));
        }
        List<String> marked = marked(onto, head);
        return new State(head, marked.isEmpty() ? "" : "conflict markers in " + String.join(", ", marked));
    }

    /// Gives up a merge that is under way: the worktree is as it was before. What was done in it is saved first.
    public void clear(RunId run) {
        if (!isInProgress()) {
            return;
        }
        new Snapshots(repository).save(worktree, run);
        there.write("reset", "--quiet", "--merge");
    }

    /// Lines such as `a.txt:3: leftover conflict marker` (git-diff(1), `--check`).
    private List<String> marked(String onto, String head) {
        return there.query("diff", "--check", onto, head)
                .stdout()
                .lines()
                .filter(line -> line.endsWith(": leftover conflict marker"))
                .map(line -> line.substring(0, line.indexOf(':')))
                .distinct()
                .toList();
    }

    private boolean isInProgress() {
        return there.query("rev-parse", "--verify", "--quiet", "MERGE_HEAD").isSuccess();
    }
}
