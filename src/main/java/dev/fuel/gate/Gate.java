package dev.fuel.gate;

import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.git.Landing;
import dev.fuel.git.LandingResult;
import dev.fuel.git.Repository;
import dev.fuel.git.Work;
import dev.fuel.git.WorkInspection;
import dev.fuel.git.WorkState;
import dev.fuel.git.Worktrees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What git has to do with a task at the gate: the look at its work, and the way onto its branch. It changes git only,
/// never the database, and may be started again after a crash at any point: what has happened already is found and not
/// repeated.
public final class Gate {
    private final @Nullable Repository repository;
    private final Path fuelDirectory;

    /// @param repository null outside git
    public Gate(@Nullable Repository repository, Path fuelDirectory) {
        this.repository = repository;
        this.fuelDirectory = fuelDirectory;
    }

    /// Makes the deterministic checks. Changes nothing.
    ///
    /// @param worktree where the work was done; null for the shared workspace
    public Examination examine(Task task, @Nullable Path worktree) {
        if (repository == null) {
            return Examination.of(Checks.withoutRepository());
        }
        if (worktree == null || task.branch() == null) {
            return Examination.of(Checks.shared());
        }
        if (isAnswer(task)) {
            return Examination.of(Checks.ofAnAnswer());
        }
        if (!Files.exists(worktree) || task.baseCommit() == null) {
            return Examination.of(List.of(Check.passed(Check.CLEAN_TREE, "the worktree is gone: its work had landed")));
        }
        WorkState work = WorkInspection.inspect(repository, worktree, task.baseCommit());
        return new Examination(Checks.of(work), work.changedFuelFiles());
    }

    /// Brings what was checked onto the branch that it belongs to.
    ///
    /// @param worktree where the work was done; null for the shared workspace
    public GateResult land(Task task, @Nullable Epic epic, @Nullable Path worktree) {
        if (repository == null) {
            return new GateResult.Landed(null);
        }
        if (worktree == null || task.branch() == null) {
            return new GateResult.Landed(task.commit());
        }
        if (isAnswer(task)) {
            return finishAnswer(repository, task, worktree);
        }
        return land(repository, task.id(), work(task, epic), worktree);
    }

    /// The branch that the task's work goes onto.
    public static String target(Task task) {
        return task.epic() == null ? Objects.requireNonNull(task.baseBranch()) : Repository.branchOf(task.epic());
    }

    private static boolean isAnswer(Task task) {
        return task.commit() == null || task.commit().equals(task.baseCommit());
    }

    private static GateResult finishAnswer(Repository repository, Task task, Path worktree) {
        if (Files.exists(worktree) && task.branch() != null && task.baseCommit() != null) {
            new Worktrees(repository).remove(worktree, task.branch(), task.baseCommit());
        }
        return new GateResult.Landed(null);
    }

    private static Work work(Task task, @Nullable Epic epic) {
        String head = Objects.requireNonNull(task.commit());
        return epic == null
                ? Work.ofTask(task.id(), task.title(), head, Objects.requireNonNull(task.baseBranch()))
                : Work.ofTask(task.id(), task.title(), head, epic.id());
    }

    private GateResult land(Repository repository, TaskId task, Work work, Path worktree) {
        return switch (new Landing(repository, fuelDirectory).land(work)) {
            case LandingResult.Landed(String commit) -> landed(repository, work, worktree, commit);
            case LandingResult.AlreadyLanded(String commit) -> landed(repository, work, worktree, commit);
            case LandingResult.Rebased(String moved, String base) -> new GateResult.Rebased(moved, base);
            case LandingResult.Moved(String moved) -> new GateResult.Moved(moved);
            case LandingResult.Conflict(String onto, List<String> files) ->
                new GateResult.Conflict(work.target(), onto, files);
            case LandingResult.BlockedByLocalChanges(Path checkout, List<String> files, String cause) ->
                blocked(task, checkout, files, cause);
            case LandingResult.MissingBranch(String branch) ->
                new GateResult.Blocked(
                        InboxType.MERGE_BLOCKED,
                        "cannot merge %s: there is no branch %s".formatted(task, branch),
                        "Make the branch again (git branch %s COMMIT), then `fuel retry %s`.".formatted(branch, task));
        };
    }

    private static GateResult blocked(TaskId task, Path checkout, List<String> files, String cause) {
        return new GateResult.Blocked(
                InboxType.MERGE_BLOCKED,
                "cannot merge %s: local changes in %s".formatted(task, String.join(", ", files)),
                "%s: %s\nCommit, stash or discard them, then `fuel retry %s`.\n- %s"
                        .formatted(checkout, cause, task, String.join("\n- ", files)));
    }

    private static GateResult landed(Repository repository, Work work, Path worktree, String commit) {
        new Worktrees(repository).remove(worktree, work.branch(), work.target());
        return new GateResult.Landed(commit);
    }
}
