package dev.fuel.gate;

import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.git.KeptRefs;
import dev.fuel.git.Landing;
import dev.fuel.git.LandingResult;
import dev.fuel.git.Repository;
import dev.fuel.git.Work;
import dev.fuel.git.Worktrees;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Brings an approved epic's branch onto its base branch.
public final class EpicGate {
    private static final int MOST_TRIES = 5;

    private final Repository repository;
    private final Path fuelDirectory;

    public EpicGate(Repository repository, Path fuelDirectory) {
        this.repository = repository;
        this.fuelDirectory = fuelDirectory;
    }

    /// How the landing went. Only {@link Landed} has changed anything.
    public sealed interface Result {
        /// The work is on the base branch, and so is that of an epic without any.
        record Landed() implements Result {}

        /// Somebody has to bring the two together first.
        record Conflict(String words) implements Result {}

        /// Something stands in the way.
        record Blocked(String words) implements Result {}
    }

    /// Where the epic's branch is checked out when somebody has to work on it.
    public static Path worktree(Path fuelDirectory, EpicId epic) {
        return fuelDirectory.resolve("worktrees").resolve(epic.value());
    }

    /// Lands nothing if the epic has no branch, as when none of its tasks changed anything, or when it landed
    /// before.
    public Result land(Epic epic, String baseBranch) {
        String branch = Repository.branchOf(epic.id());
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<String> head = repository.resolve("refs/heads/" + branch);
            head.ifPresent(commit -> new KeptRefs(repository).keepEpic(epic.id(), commit, baseBranch));
            @Nullable Result result = head.isEmpty() ? new Result.Landed() : tryToLand(epic, head.get(), baseBranch);
            if (result instanceof Result.Landed) {
                head.ifPresent(
                        _ -> new Worktrees(repository).remove(worktree(fuelDirectory, epic.id()), branch, baseBranch));
            }
            if (result != null) {
                return result;
            }
        }
        return new Result.Blocked("cannot merge %s: %s keeps moving; try again".formatted(epic.id(), branch));
    }

    /// @return null if the branch moved while it was looked at
    private @Nullable Result tryToLand(Epic epic, String head, String baseBranch) {
        Work work = Work.ofEpic(epic.id(), epic.title(), head, baseBranch);
        return switch (new Landing(repository, fuelDirectory).land(work)) {
            case LandingResult.Landed _, LandingResult.AlreadyLanded _ -> new Result.Landed();
            case LandingResult.Rebased _, LandingResult.Moved _ -> null;
            case LandingResult.Conflict(String onto, List<String> files) ->
                new Result.Conflict("cannot merge %s into %s at %s: conflict in %s"
                        .formatted(epic.id(), baseBranch, shortened(onto), String.join(", ", files)));
            case LandingResult.BlockedByLocalChanges(Path checkout, List<String> files, String cause) ->
                new Result.Blocked("cannot merge %s: local changes in %s (%s); commit or stash them, then approve again"
                        .formatted(epic.id(), checkout, files.isEmpty() ? cause : String.join(", ", files)));
            case LandingResult.MissingBranch(String missing) ->
                new Result.Blocked("cannot merge %s: there is no branch %s".formatted(epic.id(), missing));
        };
    }

    private static String shortened(String commit) {
        return commit.substring(0, Math.min(10, commit.length()));
    }
}
