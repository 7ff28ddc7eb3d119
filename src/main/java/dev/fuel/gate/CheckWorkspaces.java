package dev.fuel.gate;

import dev.fuel.config.WorkspaceSettings;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.Task;
import dev.fuel.git.Repository;
import dev.fuel.git.Snapshots;
import dev.fuel.git.WorkInspection;
import dev.fuel.git.Worktrees;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where a task's tests are run: its own workspace, and for what was before it, a worktree at that commit which is
/// dropped afterwards. Everything here may be repeated after a crash at any point.
public final class CheckWorkspaces {
    private static final String OF_BASELINE = "-base";

    private final Path root;
    private final Path fuelDirectory;
    private final @Nullable Repository repository;
    private final Workspaces workspaces;

    /// @param root          the project's folder
    /// @param fuelDirectory `.fuel`
    /// @param repository    null outside git
    public CheckWorkspaces(Path root, Path fuelDirectory, @Nullable Repository repository, Workspaces workspaces) {
        this.root = root;
        this.fuelDirectory = fuelDirectory;
        this.repository = repository;
        this.workspaces = workspaces;
    }

    /// Where the task's work is.
    ///
    /// @throws Refusal if it has a worktree and that is gone
    public Workspace ofHead(Task task, WorkspaceSettings settings) {
        if (task.branch() == null || !workspaces.usesWorktrees(settings)) {
            return new Workspace(root, null, null);
        }
        Path path = workspaces.worktreePath(task.id());
        if (!Files.isDirectory(path)) {
            throw new Refusal("no_worktree", "the worktree of %s is gone: %s".formatted(task.id(), path));
        }
        return new Workspace(path, task.branch(), task.baseCommit());
    }

    /// Where the tests of its base are run, whether it exists or not.
    public Workspace ofBaseline(Task task) {
        Path path = fuelDirectory.resolve("worktrees").resolve(task.id() + OF_BASELINE);
        return new Workspace(path, null, task.baseCommit());
    }

    /// The same, made afresh at the commit, set up as the task's own worktree is.
    ///
    /// @throws Refusal if it cannot be made; the message says why
    public Workspace prepareBaseline(Task task, String commit, WorkspaceSettings settings) {
        if (repository == null) {
            throw new Refusal("no_repository", "there is no git repository");
        }
        Workspace workspace = ofBaseline(task);
        new Worktrees(repository).createDetached(workspace.path(), commit);
        workspaces.furnish(task, workspace.path(), repository, settings);
        return new Workspace(workspace.path(), null, commit);
    }

    /// Where the tests of an epic's work, or of what it is compared with, are run, whether it exists or not: a worktree
    /// for this run and nothing else.
    public Workspace ofEpic(RunId run, @Nullable String base) {
        return new Workspace(fuelDirectory.resolve("worktrees").resolve(run.value()), null, base);
    }

    /// The same, made afresh at the commit and set up.
    ///
    /// @throws Refusal if it cannot be made; the message says why
    public Workspace prepareEpic(RunId run, String commit, @Nullable String base, WorkspaceSettings settings) {
        if (repository == null) {
            throw new Refusal("no_repository", "there is no git repository");
        }
        Workspace workspace = ofEpic(run, base);
        new Worktrees(repository).createDetached(workspace.path(), commit);
        workspaces.furnish(workspace.path(), repository, settings);
        return workspace;
    }

    /// Drops the worktree of an epic's tests, if it is there.
    public void dropOfEpic(RunId run) {
        Path path = ofEpic(run, null).path();
        if (repository != null && Files.exists(path)) {
            new Worktrees(repository).removeDetached(path);
        }
    }

    /// Puts away what running the tests has left: the worktree of the base, and in the task's own, uncommitted
    /// files. It was clean before, so they come from the tests; should they be somebody's after all, they are kept
    /// as the run's snapshot.
    ///
    /// @param run the last run at the task's head; null if there was none
    public void tidy(Task task, @Nullable RunId run) {
        if (repository == null || task.branch() == null) {
            return;
        }
        dropBaseline(task);
        Path worktree = workspaces.worktreePath(task.id());
        if (run != null
                && Files.isDirectory(worktree)
                && !WorkInspection.dirtyFiles(repository, worktree).isEmpty()) {
            new Snapshots(repository).save(worktree, run);
            new Worktrees(repository).restore(worktree);
        }
    }

    /// Drops the worktree of the base, if it is there.
    public void dropBaseline(Task task) {
        Path baseline = ofBaseline(task).path();
        if (repository != null && Files.exists(baseline)) {
            new Worktrees(repository).removeDetached(baseline);
        }
    }
}
