package dev.fuel.git;

import dev.fuel.git.LandingResult.AlreadyLanded;
import dev.fuel.git.LandingResult.BlockedByLocalChanges;
import dev.fuel.git.LandingResult.Conflict;
import dev.fuel.git.LandingResult.Landed;
import dev.fuel.git.LandingResult.MissingBranch;
import dev.fuel.git.LandingResult.Moved;
import dev.fuel.git.LandingResult.Rebased;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Brings finished work onto its target branch.
///
/// Merges and rebases are computed on trees and commits alone (`git merge-tree`, git 2.38): no checkout is needed, a
/// conflict leaves nothing to clean up, and nothing is visible before one reference moves with its old value given.
/// So each call can be cut off anywhere and made again. The only command that touches files of a checkout is
/// `git merge --ff-only` where the target is checked out, and `git reset --keep` in the task's own clean worktree after
/// a rebase.
public final class Landing {
    private static final Duration LOCK_LIMIT = Duration.ofMinutes(5);
    /// How often the target may move under us before we give up.
    private static final int TRIES = 5;

    private final Repository repository;
    private final Git git;
    private final MergeLock lock;

    /// @param fuelDirectory `.fuel`, where `merge.lock` is
    public Landing(Repository repository, Path fuelDirectory) {
        this.repository = repository;
        git = repository.git();
        lock = new MergeLock(fuelDirectory.resolve("merge.lock"), LOCK_LIMIT);
    }

    /// @throws dev.fuel.domain.Refusal if another merge does not end within minutes
    /// @throws GitFailure              if git fails in a way that is none of the results
    public LandingResult land(Work work) {
        return lock.holding(() -> {
            for (int i = 0; i < TRIES; i++) {
                Optional<LandingResult> result = tryToLand(work);
                if (result.isPresent()) {
                    return result.get();
                }
            }
            throw new IllegalStateException(
                    "cannot land %s: %s moved %d times meanwhile".formatted(work.branch(), work.target(), TRIES));
        });
    }

    /// @return nothing if a branch moved while it was looked at
    private Optional<LandingResult> tryToLand(Work work) {
        List<Branch> branches = Branch.read(git, work.target(), work.branch());
        Optional<Branch> target = Branch.find(branches, work.target());
        if (target.isEmpty()) {
            return Optional.of(new MissingBranch(work.target()));
        }
        Optional<Branch> branch = Branch.find(branches, work.branch());
        if (branch.isEmpty()) {
            return Optional.of(whenBranchIsGone(work, target.get()));
        }
        return land(work, branch.get(), target.get());
    }

    /// The branch is removed after it has landed, and a crash may follow.
    private LandingResult whenBranchIsGone(Work work, Branch target) {
        boolean landed =
                repository.resolve(work.head()).isPresent() && repository.isAncestor(work.head(), target.commit());
        return landed ? new AlreadyLanded(target.commit()) : new MissingBranch(work.branch());
    }

    private Optional<LandingResult> land(Work work, Branch branch, Branch target) {
        if (!branch.commit().equals(work.head())) {
            return Optional.of(new Moved(branch.commit()));
        }
        String shared = git.query("merge-base", target.commit(), branch.commit())
                .stdout()
                .strip();
        if (shared.equals(branch.commit())) {
            return Optional.of(new AlreadyLanded(target.commit()));
        }
        Optional<Path> rebase = target.beingRebased(repository.commonDir());
        if (rebase.isPresent()) {
            return Optional.of(new BlockedByLocalChanges(
                    rebase.get(), List.of(), "a rebase of %s is under way".formatted(target.name())));
        }
        if (shared.equals(target.commit())) {
            return advance(target, branch.commit());
        }
        return switch (work.onMoved()) {
            case REBASE -> rebase(branch, target);
            case MERGE -> merge(work, branch, target);
        };
    }

    private Optional<LandingResult> merge(Work work, Branch branch, Branch target) {
        return switch (TreeMerge.of(git, target.commit(), branch.commit())) {
            case TreeMerge.Conflicting conflict -> Optional.of(new Conflict(target.commit(), conflict.files()));
            case TreeMerge.Clean clean ->
                advance(target, mergeCommit(clean.tree(), target.commit(), branch.commit(), work.message()));
        };
    }

    private String mergeCommit(String tree, String first, String second, String message) {
        return Identity.completing(git)
                .feed(message, "commit-tree", tree, "-p", first, "-p", second, "-F", "-")
                .strip();
    }

    private Optional<LandingResult> rebase(Branch branch, Branch target) {
        Optional<LandingResult> obstacle = obstacleToRebase(branch);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        if (hasMerges(branch, target)) {
            return bringIn(target, branch);
        }
        return switch (Rebase.of(git, branch.commit(), target.commit())) {
            case Rebase.Conflicting conflict -> Optional.of(new Conflict(target.commit(), conflict.files()));
            case Rebase.OnTop rebased -> {
                if (!branch.reset(git, rebased.head())) {
                    yield Optional.empty();
                }
                yield Optional.of(
                        rebased.head().equals(target.commit())
                                ? new AlreadyLanded(target.commit())
                                : new Rebased(rebased.head(), target.commit()));
            }
        };
    }

    /// A rebase would leave them out, and with them how somebody has resolved a conflict.
    private boolean hasMerges(Branch branch, Branch target) {
        return !git.read("rev-list", "--merges", "--max-count=1", target.commit() + ".." + branch.commit())
                .isBlank();
    }

    private Optional<LandingResult> bringIn(Branch target, Branch branch) {
        return switch (TreeMerge.of(git, branch.commit(), target.commit())) {
            case TreeMerge.Conflicting conflict -> Optional.of(new Conflict(target.commit(), conflict.files()));
            case TreeMerge.Clean clean -> {
                String message = "Merge %s into %s".formatted(target.name(), branch.name());
                String head = mergeCommit(clean.tree(), branch.commit(), target.commit(), message);
                yield branch.reset(git, head) ? Optional.of(new Rebased(head, target.commit())) : Optional.empty();
            }
        };
    }

    private Optional<LandingResult> obstacleToRebase(Branch branch) {
        Optional<Path> rebase = branch.beingRebased(repository.commonDir());
        if (rebase.isPresent()) {
            return Optional.of(new BlockedByLocalChanges(
                    rebase.get(), List.of(), "a rebase of %s is under way".formatted(branch.name())));
        }
        if (branch.checkout().isEmpty()) {
            return Optional.empty();
        }
        Path checkout = branch.checkout().get();
        List<String> dirty = WorkInspection.dirtyFiles(git.in(checkout));
        return dirty.isEmpty()
                ? Optional.empty()
                : Optional.of(new BlockedByLocalChanges(checkout, dirty, "uncommitted files in " + checkout));
    }

    private Optional<LandingResult> advance(Branch target, String commit) {
        Optional<BlockedByLocalChanges> blocked = target.advance(git, commit);
        if (blocked.isPresent()) {
            return Optional.of(blocked.get());
        }
        boolean moved = repository
                .resolve("refs/heads/" + target.name())
                .filter(commit::equals)
                .isPresent();
        return moved ? Optional.of(new Landed(commit)) : Optional.empty();
    }
}
