package dev.fuel.gate;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.Epic;
import dev.fuel.git.KeptRefs;
import dev.fuel.git.Landing;
import dev.fuel.git.LandingResult;
import dev.fuel.git.Repository;
import dev.fuel.git.Work;
import dev.fuel.git.Worktrees;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Brings an approved epic's branch onto its base branch.
public final class EpicGate {
    private static final int MOST_TRIES = 5;

    private final Repository repository;
    private final Path fuelDirectory;

    public EpicGate(Repository repository, Path fuelDirectory) {
        this.repository = repository;
        this.fuelDirectory = fuelDirectory;
    }

    /// Does nothing if the epic has no branch, as when none of its tasks changed anything, or when it landed
    /// before.
    ///
    /// @throws Refusal if it cannot land; nothing was changed then
    public void land(Epic epic, String baseBranch) {
        String branch = Repository.branchOf(epic.id());
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<String> head = repository.resolve("refs/heads/" + branch);
            head.ifPresent(commit -> new KeptRefs(repository).keepEpic(epic.id(), commit, baseBranch));
            if (head.isEmpty() || landed(epic, head.get(), baseBranch)) {
                head.ifPresent(_ -> new Worktrees(repository)
                        .remove(
                                fuelDirectory
                                        .resolve("worktrees")
                                        .resolve(epic.id().value()),
                                branch,
                                baseBranch));
                return;
            }
        }
        throw new Refusal("merge_moved", "cannot merge %s: %s keeps moving; try again".formatted(epic.id(), branch));
    }

    /// @return false if the branch moved while it was looked at
    private boolean landed(Epic epic, String head, String baseBranch) {
        Work work = Work.ofEpic(epic.id(), epic.title(), head, baseBranch);
        return switch (new Landing(repository, fuelDirectory).land(work)) {
            case LandingResult.Landed _, LandingResult.AlreadyLanded _ -> true;
            case LandingResult.Rebased _, LandingResult.Moved _ -> false;
            case LandingResult.Conflict(String onto, List<String> files) ->
                throw new Refusal(
                        "merge_conflict",
                        "cannot merge %s into %s at %s: conflict in %s"
                                .formatted(epic.id(), baseBranch, shortened(onto), String.join(", ", files)));
            case LandingResult.BlockedByLocalChanges(Path checkout, List<String> files, String cause) ->
                throw new Refusal(
                        "merge_blocked",
                        "cannot merge %s: local changes in %s (%s); commit or stash them, then approve again"
                                .formatted(epic.id(), checkout, files.isEmpty() ? cause : String.join(", ", files)));
            case LandingResult.MissingBranch(String missing) ->
                throw new Refusal(
                        "missing_branch", "cannot merge %s: there is no branch %s".formatted(epic.id(), missing));
        };
    }

    private static String shortened(String commit) {
        return commit.substring(0, Math.min(10, commit.length()));
    }
}
