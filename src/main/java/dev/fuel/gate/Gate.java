package dev.fuel.gate;

import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.task.Task;
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

/// Takes a task's finished work through the checks and onto its branch. It changes git only, never the database, and
/// may be started again after a crash at any point: what has happened already is found and not repeated.
public final class Gate {
    private final @Nullable Repository repository;
    private final Path fuelDirectory;

    /// @param repository null outside git
    public Gate(@Nullable Repository repository, Path fuelDirectory) {
        this.repository = repository;
        this.fuelDirectory = fuelDirectory;
    }

    /// @param worktree where the work was done; null for the shared workspace
    public GateResult pass(Task task, @Nullable Epic epic, @Nullable Path worktree) {
        if (repository == null) {
            return new GateResult.Landed(Checks.withoutRepository(), null);
        }
        if (worktree == null || task.branch() == null) {
            return new GateResult.Landed(Checks.shared(), task.commit());
        }
        if (task.commit() == null || task.commit().equals(task.baseCommit())) {
            return finishAnswer(repository, task, worktree);
        }
        List<Check> checks = List.of(Check.passed("clean_tree", "the worktree is gone: its work had landed"));
        if (Files.exists(worktree) && task.baseCommit() != null) {
            WorkState work = WorkInspection.inspect(repository, worktree, task.baseCommit());
            checks = Checks.of(work);
            if (checks.stream().anyMatch(check -> check.outcome() == Check.Outcome.FAILED)) {
                return new GateResult.Failed(checks, issues(checks));
            }
            if (!work.changedFuelFiles().isEmpty()) {
                return new GateResult.Blocked(
                        checks,
                        InboxType.MERGE_BLOCKED,
                        "%s changes Fuel's own files".formatted(task.id()),
                        "Configuration and prompts run commands, so a person must look at them first:\n- "
                                + String.join("\n- ", work.changedFuelFiles()));
            }
        }
        return land(repository, task, epic, worktree, checks);
    }

    private GateResult finishAnswer(Repository repository, Task task, Path worktree) {
        if (Files.exists(worktree) && task.branch() != null && task.baseCommit() != null) {
            new Worktrees(repository).remove(worktree, task.branch(), task.baseCommit());
        }
        return new GateResult.Landed(Checks.ofAnAnswer(), null);
    }

    private GateResult land(Repository repository, Task task, @Nullable Epic epic, Path worktree, List<Check> checks) {
        String head = Objects.requireNonNull(task.commit());
        Work work = epic == null
                ? Work.ofTask(task.id(), task.title(), head, Objects.requireNonNull(task.baseBranch()))
                : Work.ofTask(task.id(), task.title(), head, epic.id());
        return switch (new Landing(repository, fuelDirectory).land(work)) {
            case LandingResult.Landed(String commit) -> landed(repository, work, worktree, checks, commit);
            case LandingResult.AlreadyLanded(String commit) -> landed(repository, work, worktree, checks, commit);
            case LandingResult.Rebased(String moved, String base) -> new GateResult.Moved(moved, base);
            case LandingResult.Moved(String moved) -> new GateResult.Moved(moved, null);
            case LandingResult.Conflict(String onto, List<String> files) ->
                new GateResult.Blocked(
                        checks,
                        InboxType.MERGE_CONFLICT,
                        "cannot merge %s: conflict in %s".formatted(task.id(), String.join(", ", files)),
                        "%s has moved to %s. Nothing was changed; the work is on %s.\n- %s"
                                .formatted(work.target(), onto, work.branch(), String.join("\n- ", files)));
            case LandingResult.BlockedByLocalChanges(Path checkout, List<String> files, String cause) ->
                new GateResult.Blocked(
                        checks,
                        InboxType.MERGE_BLOCKED,
                        "cannot merge %s: local changes in %s".formatted(task.id(), String.join(", ", files)),
                        "%s: %s\nCommit, stash or discard them, then `fuel retry %s`.\n- %s"
                                .formatted(checkout, cause, task.id(), String.join("\n- ", files)));
            case LandingResult.MissingBranch(String branch) ->
                new GateResult.Blocked(
                        checks,
                        InboxType.MERGE_BLOCKED,
                        "cannot merge %s: there is no branch %s".formatted(task.id(), branch),
                        "Make the branch again (git branch %s COMMIT), then `fuel retry %s`."
                                .formatted(branch, task.id()));
        };
    }

    private static GateResult landed(
            Repository repository, Work work, Path worktree, List<Check> checks, String commit) {
        new Worktrees(repository).remove(worktree, work.branch(), work.target());
        return new GateResult.Landed(checks, commit);
    }

    private static String issues(List<Check> checks) {
        StringBuilder issues = new StringBuilder();
        for (Check check : checks) {
            if (check.outcome() == Check.Outcome.FAILED) {
                issues.append("- ")
                        .append(check.name())
                        .append(": ")
                        .append(check.detail())
                        .append('\n');
            }
        }
        return issues.toString();
    }
}
