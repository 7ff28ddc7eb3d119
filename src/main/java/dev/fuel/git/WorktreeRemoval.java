package dev.fuel.git;

import static java.util.Objects.requireNonNullElse;

import dev.fuel.domain.run.RunId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The end of one worktree and its branch.
final class WorktreeRemoval {
    private final Repository repository;
    private final Git git;
    private final Path place;
    private final String branch;
    private final List<Registration> registrations;
    private final Optional<Registration> registered;

    WorktreeRemoval(Repository repository, Path place, String branch) {
        this.repository = repository;
        this.place = place;
        this.branch = branch;
        git = repository.git();
        registrations = repository.registrations();
        registered = Registration.at(place, registrations);
    }

    Removal ifMerged(String mergedInto) {
        Optional<Removal.Kept> kept = registered.flatMap(one -> whyKept(one, mergedInto));
        if (kept.isPresent()) {
            return kept.get();
        }
        // The worktree's head has been looked at; a branch that it does not have checked out has not.
        Optional<String> seen =
                registered.filter(one -> branch.equals(one.branch())).map(Registration::head);
        Optional<String> tip = seen.isPresent() ? seen : tip();
        if (seen.isEmpty() && tip.isPresent() && !repository.isAncestor(tip.get(), mergedInto)) {
            return notMerged(branch, mergedInto);
        }
        registered.ifPresent(one -> one.remove(git));
        tip.ifPresent(this::deleteBranch);
        return new Removal.Removed();
    }

    void saving(RunId run) {
        Optional<String> tip = tip();
        tip.ifPresent(commit -> new RunRefs(repository).keep(run, commit));
        registered.ifPresent(one -> {
            if (Files.isDirectory(place)) {
                one.repairLink(git);
                new Snapshots(repository).saveWithHead(place, run);
            }
            one.remove(git);
        });
        tip.ifPresent(this::deleteBranch);
    }

    private Optional<Removal.Kept> whyKept(Registration one, String mergedInto) {
        String head = one.head();
        String name = requireNonNullElse(one.branch(), place.toString());
        if (head != null && !repository.isAncestor(head, mergedInto)) {
            return Optional.of(notMerged(name, mergedInto));
        }
        if (!Files.isDirectory(place)) {
            return Optional.empty();
        }
        if (!one.hasLink()) {
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

    private Optional<String> tip() {
        return repository.resolve("refs/heads/" + branch);
    }

    /// Stays if another worktree has it checked out.
    private void deleteBranch(String commit) {
        boolean inUse = registrations.stream()
                .anyMatch(
                        other -> branch.equals(other.branch()) && !other.path().equals(place));
        if (!inUse) {
            git.write("update-ref", "-d", "refs/heads/" + branch, commit);
        }
    }
}
