package dev.fuel.git;

import static java.util.Objects.requireNonNullElse;

import dev.fuel.domain.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        Optional<String> tip = seenTip();
        Optional<Removal.Kept> kept = whyKept(tip, mergedInto);
        if (kept.isPresent()) {
            return kept.get();
        }
        registered.ifPresent(one -> one.remove(git));
        tip.ifPresent(this::deleteBranch);
        return new Removal.Removed();
    }

    /// Why {@link #ifMerged} would remove nothing; empty if it would.
    Optional<Removal.Kept> whyKept(String mergedInto) {
        return whyKept(seenTip(), mergedInto);
    }

    private Optional<Removal.Kept> whyKept(Optional<String> tip, String mergedInto) {
        Optional<Removal.Kept> kept = registered.flatMap(one -> whyKept(one, mergedInto));
        // The worktree's head has been looked at; a branch that it does not have checked out has not.
        return kept.isPresent() || hasBranch()
                ? kept
                : tip.filter(commit -> !repository.isAncestor(commit, mergedInto))
                        .map(_ -> notMerged(branch, mergedInto));
    }

    private boolean hasBranch() {
        return registered.stream().anyMatch(one -> branch.equals(one.branch()) && one.head() != null);
    }

    /// The branch's commit as it was when the worktree was looked at: one that comes later is not deleted with it.
    private Optional<String> seenTip() {
        return hasBranch() ? registered.map(Registration::head) : tip();
    }

    /// Keeps everything under the reference, then removes it.
    ///
    /// @return the references that keep it, the one with the files first; none if there was nothing
    List<String> saving(String ref) {
        List<String> kept = new ArrayList<>();
        Optional<String> tip = tip();
        if (registered.isPresent() && Files.isDirectory(place)) {
            registered.get().repairLink(git);
            if (Submodules.holdUnpushedCommits(git.in(place))) {
                throw new Refusal(
                        "submodule_commits",
                        "cannot discard %s: its submodules hold commits that no remote has; push them first"
                                .formatted(place));
            }
            String saved = new Snapshots(repository).saveWithHead(place, ref, "Discarded from " + branch);
            kept.add(ref);
            tip.filter(commit -> !repository.isAncestor(commit, saved))
                    .ifPresent(commit -> kept.add(keep(ref + "-branch", commit)));
        } else {
            tip.ifPresent(commit -> kept.add(keep(ref, commit)));
        }
        registered.ifPresent(one -> one.remove(git));
        tip.ifPresent(this::deleteBranch);
        return kept;
    }

    private String keep(String ref, String commit) {
        git.write("update-ref", ref, commit);
        return ref;
    }

    /// What only this worktree and this branch hold.
    Holdings holdings() {
        Optional<String> tip = tip();
        boolean hasFolder = registered.isPresent() && Files.isDirectory(place);
        List<String> heads = new ArrayList<>();
        tip.ifPresent(heads::add);
        registered.map(Registration::head).ifPresent(heads::add);
        int commits = 0;
        if (!heads.isEmpty()) {
            List<String> words = new ArrayList<>(List.of("rev-list", "--count"));
            words.addAll(heads);
            words.addAll(List.of("--not", "--exclude=" + branch, "--branches", "--remotes", "--tags"));
            commits = Integer.parseInt(git.read(words.toArray(String[]::new)).strip());
        }
        List<String> uncommitted =
                hasFolder && registered.get().hasLink() ? WorkInspection.everyDirtyFile(git.in(place)) : List.of();
        return new Holdings(registered.isPresent() || tip.isPresent(), commits, uncommitted);
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
