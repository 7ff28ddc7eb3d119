package dev.fuel.git;

import static java.util.Objects.requireNonNullElse;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.run.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Makes and removes the worktrees that tasks are worked on in. Each operation brings things to the state asked for
/// from wherever a crash left them, and none of them deletes what is uncommitted or unmerged.
public final class Worktrees {
    private final Repository repository;
    private final Git git;

    public Worktrees(Repository repository) {
        this.repository = repository;
        git = repository.git();
    }

    /// The worktree at the target on the branch, made from the start point where it does not exist yet.
    ///
    /// @throws Refusal    if something that is not this worktree stands at the target
    /// @throws GitFailure if the branch is checked out elsewhere, or the start point does not exist
    public Worktree create(Path target, String branch, String startPoint) {
        Path place = real(target);
        Optional<Registration> registered = registration(place);
        if (registered.isPresent() && isWhole(registered.get(), branch)) {
            return ready(place, branch, startPoint);
        }
        registered.ifPresent(this::forgetUnfinished);
        requireFree(place);
        String[] words = {
            "worktree", "add", "--quiet", "--no-track", "-b", branch, place.toString(), startPoint
        };
        var made = git.attempt(words);
        if (made.isSuccess()) {
            Git there = git.in(place);
            Submodules.update(there);
            String head = there.read("rev-parse", "HEAD").strip();
            return new Worktree(place, branch, head, head);
        }
        if (repository.resolve("refs/heads/" + branch).isEmpty()) {
            throw git.failure(made, words);
        }
        git.write("worktree", "add", "--quiet", "--no-guess-remote", place.toString(), branch);
        return ready(place, branch, startPoint);
    }

    /// Removes the worktree and its branch if all that they hold is also in `mergedInto`.
    ///
    /// @param mergedInto a branch or commit
    public Removal remove(Path target, String branch, String mergedInto) {
        Path place = real(target);
        List<Registration> registrations = repository.registrations();
        Optional<Registration> registered = at(place, registrations);
        Optional<Removal.Kept> kept = registered.flatMap(one -> whyKept(one, mergedInto));
        if (kept.isPresent()) {
            return kept.get();
        }
        Optional<String> tip = registered
                .filter(one -> branch.equals(one.branch()))
                .map(Registration::head)
                .or(() -> repository
                        .resolve("refs/heads/" + branch)
                        .filter(commit -> repository.isAncestor(commit, mergedInto)));
        if (tip.isEmpty() && repository.resolve("refs/heads/" + branch).isPresent()) {
            return notMerged(branch, mergedInto);
        }
        registered.ifPresent(this::unregister);
        tip.ifPresent(commit -> deleteBranch(branch, commit, place, registrations));
        return new Removal.Removed();
    }

    private Optional<Removal.Kept> whyKept(Registration registered, String mergedInto) {
        Path place = registered.path();
        String head = registered.head();
        String name = requireNonNullElse(registered.branch(), place.toString());
        if (head != null && !repository.isAncestor(head, mergedInto)) {
            return Optional.of(notMerged(name, mergedInto));
        }
        if (!Files.isDirectory(place)) {
            return Optional.empty();
        }
        if (!hasLink(registered)) {
            return Optional.of(new Removal.Kept("%s has lost its link to the repository".formatted(place), List.of()));
        }
        List<String> dirty = WorkInspection.dirtyFiles(git.in(place));
        if (!dirty.isEmpty()) {
            return Optional.of(new Removal.Kept("uncommitted files in " + place, dirty));
        }
        return Submodules.holdUnpushedCommits(git.in(place))
                ? Optional.of(new Removal.Kept("unpushed commits in the submodules of " + place, List.of()))
                : Optional.empty();
    }

    private static Removal.Kept notMerged(String what, String mergedInto) {
        return new Removal.Kept("%s is not merged into %s".formatted(what, mergedInto), List.of());
    }

    /// Removes the worktree and its branch with all that they hold, as a person asked for. The uncommitted files are
    /// saved as the run's snapshot first, and the branch's head as the run's head.
    ///
    /// @throws GitFailure if something could not be saved: then nothing is removed
    public void discard(Path target, String branch, RunId run) {
        List<Registration> registrations = repository.registrations();
        Optional<Registration> registered = at(real(target), registrations);
        RunRefs refs = new RunRefs(repository);
        Optional<String> tip = repository.resolve("refs/heads/" + branch);
        tip.ifPresent(commit -> refs.keep(run, commit));
        registered.ifPresent(one -> {
            if (Files.isDirectory(one.path())) {
                repairLink(one);
                new Snapshots(repository).saveWithHead(one.path(), run);
            }
            unregister(one);
        });
        tip.ifPresent(commit -> deleteBranch(branch, commit, real(target), registrations));
    }

    /// A disposable worktree without a branch, at the commit: for reviews and baselines. What was at the target
    /// before, if it was such a one, is dropped.
    public Path createDetached(Path target, String commit) {
        Path place = real(target);
        removeDetached(place);
        requireFree(place);
        git.write("worktree", "add", "--quiet", "--detach", place.toString(), commit);
        Submodules.update(git.in(place));
        return place;
    }

    /// Drops a disposable worktree and whatever was written there.
    ///
    /// @throws Refusal if there is a branch checked out in it: it is not a disposable one
    public void removeDetached(Path target) {
        Path place = real(target);
        registration(place).ifPresent(registered -> {
            if (registered.branch() != null) {
                throw new Refusal(
                        "worktree_in_use",
                        "cannot drop %s: it has %s checked out".formatted(place, registered.branch()));
            }
            unregister(registered);
        });
    }

    /// All linked worktrees below a folder, whether whole or not.
    public List<Path> list(Path folder) {
        Path parent = real(folder);
        return repository.registrations().stream()
                .map(Registration::path)
                .filter(path -> path.startsWith(parent))
                .toList();
    }

    private Worktree ready(Path place, String branch, String startPoint) {
        Git there = git.in(place);
        Submodules.update(there);
        String head = there.read("rev-parse", "HEAD").strip();
        var shared = there.query("merge-base", head, startPoint);
        return new Worktree(place, branch, shared.isSuccess() ? shared.stdout().strip() : head, head);
    }

    /// HEAD may be detached for a while (the agent is in the middle of a rebase): then it is still this worktree.
    private static boolean isWhole(Registration registration, String branch) {
        return hasLink(registration)
                && !registration.isHalfMade()
                && requireNonNullElse(registration.branch(), branch).equals(branch);
    }

    /// Without its `.git` file, git in that folder would speak of the repository around it.
    private static boolean hasLink(Registration registration) {
        return Files.isRegularFile(registration.path().resolve(".git"));
    }

    /// Only what nobody can have worked in: the folder is gone, or its making was cut off.
    private void forgetUnfinished(Registration registration) {
        if (Files.isDirectory(registration.path()) && !registration.isHalfMade()) {
            throw new Refusal(
                    "worktree_in_use",
                    "cannot use %s: it is a worktree of %s; discard or move it"
                            .formatted(registration.path(), requireNonNullElse(registration.branch(), "no branch")));
        }
        unregister(registration);
    }

    private void unregister(Registration registration) {
        repairLink(registration);
        // Twice: also if locked.
        git.write("worktree", "remove", "--force", "--force", registration.path().toString());
    }

    private void repairLink(Registration registration) {
        if (Files.isDirectory(registration.path()) && !hasLink(registration)) {
            git.write("worktree", "repair");
        }
    }

    /// Stays if another worktree has it checked out, or it has moved since it was looked at.
    private void deleteBranch(String branch, String commit, Path place, List<Registration> registrations) {
        boolean inUse = registrations.stream()
                .anyMatch(other -> branch.equals(other.branch()) && !other.path().equals(place));
        if (!inUse) {
            git.write("update-ref", "-d", "refs/heads/" + branch, commit);
        }
    }

    private Optional<Registration> registration(Path place) {
        return at(place, repository.registrations());
    }

    private static Optional<Registration> at(Path place, List<Registration> registrations) {
        return registrations.stream()
                .filter(registered -> registered.path().equals(place))
                .findFirst();
    }

    private static void requireFree(Path place) {
        try {
            if (!Files.exists(place)) {
                Files.createDirectories(place.getParent());
                return;
            }
            try (var entries = Files.list(place)) {
                if (entries.findAny().isPresent()) {
                    throw new Refusal(
                            "folder_in_use",
                            "cannot make a worktree at %s: there is something else; move it away".formatted(place));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a worktree at " + place, e);
        }
    }

    /// As git names it: with links resolved, also where the last folders do not exist yet.
    private static Path real(Path target) {
        Path absolute = target.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException missing) {
            Path parent = absolute.getParent();
            return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
        }
    }
}
