package dev.fuel.git;

import static java.util.Objects.requireNonNullElse;

import dev.fuel.domain.Refusal;
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
        String[] words = {"worktree", "add", "--quiet", "--no-track", "-b", branch, place.toString(), startPoint};
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

    /// Removes the lock that a git command leaves behind when it is killed, which would keep every later one from
    /// the index. Only for a worktree in which nothing works at the moment.
    public void clearLock(Path target) {
        try {
            Files.deleteIfExists(gitDirectory(target).resolve("index.lock"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read where the worktree %s belongs".formatted(target), e);
        }
    }

    /// The folders that git writes to when something is committed in the worktree: the common one, and a linked
    /// worktree's own.
    public List<Path> writtenBy(Path target) {
        if (Files.isDirectory(target.resolve(".git"))) {
            return List.of(repository.commonDir());
        }
        try {
            return List.of(repository.commonDir(), gitDirectory(target));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read where the worktree %s belongs".formatted(target), e);
        }
    }

    private static Path gitDirectory(Path linked) throws IOException {
        String link = Files.readString(linked.resolve(".git")).strip();
        return linked.resolve(link.substring("gitdir: ".length())).normalize();
    }

    /// Removes the worktree and its branch if all that they hold is also in `mergedInto`.
    ///
    /// @param mergedInto a branch or commit
    public Removal remove(Path target, String branch, String mergedInto) {
        return new WorktreeRemoval(repository, real(target), branch).ifMerged(mergedInto);
    }

    /// Why {@link #remove} would leave the worktree and its branch; empty if they can go, or are gone.
    public Optional<Removal.Kept> whyKept(Path target, String branch, String mergedInto) {
        return new WorktreeRemoval(repository, real(target), branch).whyKept(mergedInto);
    }

    /// What only the worktree and its branch hold. Changes nothing.
    public Holdings holdings(Path target, String branch) {
        return new WorktreeRemoval(repository, real(target), branch).holdings();
    }

    /// Removes the worktree and its branch with all that they hold, as a person asked for. What was committed and
    /// what was not, ignored files apart, is kept first, below `refs/fuel/discarded/`.
    ///
    /// @param keptAs what the reference ends with: `<id>/<instant>`
    /// @return the references that keep it, the one with the files first; none if there was nothing
    /// @throws GitFailure if something could not be saved: then nothing is removed
    public List<String> discard(Path target, String branch, String keptAs) {
        return new WorktreeRemoval(repository, real(target), branch).saving(KeptRefs.DISCARDED + keptAs);
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
            registered.remove(git);
        });
    }

    /// Brings the worktree's files back to its commit; files that git ignores stay. What was uncommitted is lost if
    /// it has not been saved.
    public void restore(Path target) {
        clearLock(target);
        Git there = git.in(target);
        there.write("reset", "--quiet", "--hard");
        there.write("clean", "--quiet", "-d", "--force", "--force");
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
        return registration.hasLink()
                && !registration.isHalfMade()
                && requireNonNullElse(registration.branch(), branch).equals(branch);
    }

    /// Only what nobody can have worked in: the folder is gone, or its making was cut off.
    private void forgetUnfinished(Registration registration) {
        if (Files.isDirectory(registration.path()) && !registration.isHalfMade()) {
            throw new Refusal(
                    "worktree_in_use",
                    "cannot use %s: it is a worktree of %s; discard or move it"
                            .formatted(registration.path(), requireNonNullElse(registration.branch(), "no branch")));
        }
        registration.remove(git);
    }

    private Optional<Registration> registration(Path place) {
        return Registration.at(place, repository.registrations());
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
