package dev.fuel.gate;

import dev.fuel.config.WorkspaceSettings;
import dev.fuel.domain.Identifier;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.git.GitFailure;
import dev.fuel.git.Removal;
import dev.fuel.git.Repository;
import dev.fuel.git.WorkspaceCopy;
import dev.fuel.git.Worktree;
import dev.fuel.git.Worktrees;
import dev.fuel.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the place where a task is worked on: its own worktree, or the shared checkout. Everything here may be
/// repeated after a crash at any point.
public final class Workspaces {
    /// A setup command may install a project's dependencies.
    private static final Duration SETUP_LIMIT = Duration.ofMinutes(30);

    private final Path root;
    private final Path fuelDirectory;
    private final @Nullable Repository repository;

    /// @param root          the project's folder
    /// @param fuelDirectory `.fuel`
    /// @param repository    null outside git
    public Workspaces(Path root, Path fuelDirectory, @Nullable Repository repository) {
        this.root = root;
        this.fuelDirectory = fuelDirectory;
        this.repository = repository;
    }

    /// Whether tasks get worktrees of their own: as configured, where there is a repository with a commit.
    public boolean usesWorktrees(WorkspaceSettings settings) {
        return settings.mode() == WorkspaceSettings.Mode.WORKTREE && repository != null && repository.hasCommit();
    }

    /// The branch that work lands on which has no epic: the configured one, else the one checked out.
    public @Nullable String baseBranch(WorkspaceSettings settings) {
        if (settings.base() != null) {
            return settings.base();
        }
        return repository == null ? null : repository.branch();
    }

    /// Where checks are run.
    public CheckWorkspaces ofChecks() {
        return new CheckWorkspaces(root, fuelDirectory, repository, this);
    }

    /// Where the task's worktree is, or would be.
    public Path worktreePath(TaskId task) {
        return fuelDirectory.resolve("worktrees").resolve(task.value());
    }

    /// The tasks that have one.
    public List<TaskId> worktrees() {
        Path folder = fuelDirectory.resolve("worktrees");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> Identifier.isValid(TaskId.PREFIX, name))
                    .map(TaskId::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the worktrees in " + folder, e);
        }
    }

    public boolean hasWorktree(TaskId task) {
        return Files.isDirectory(worktreePath(task));
    }

    /// Removes the worktree and branch of a task that was given up, if nothing was done there: no commit of its own
    /// and no uncommitted file. Anything else stays until a person discards it.
    ///
    /// @return whether it was removed
    public boolean removeIfEmpty(Task task) {
        if (repository == null || task.branch() == null || task.baseCommit() == null) {
            return false;
        }
        ofChecks().dropBaseline(task);
        return new Worktrees(repository).remove(worktreePath(task.id()), task.branch(), task.baseCommit())
                instanceof Removal.Removed;
    }

    /// The task's workspace, made if it does not exist yet, with what the task builds on in it.
    ///
    /// @param blockers the tasks that it waited for
    /// @throws Refusal if it cannot be made; the message says why
    public Workspace prepare(Task task, @Nullable Epic epic, List<Task> blockers, WorkspaceSettings settings) {
        if (repository == null || !usesWorktrees(settings)) {
            return new Workspace(
                    root,
                    null,
                    repository == null ? null : repository.headCommit().orElse(null));
        }
        Path path = worktreePath(task.id());
        Worktree worktree = worktree(repository, path, task, epic, blockers, settings);
        setUp(task, path, repository, settings);
        return new Workspace(path, worktree.branch(), worktree.base());
    }

    /// Clears what a killed run may have left locked. Only before a run starts in it.
    public void unlock(Workspace workspace) {
        if (repository != null && workspace.isWorktree()) {
            new Worktrees(repository).clearLock(workspace.path());
        }
    }

    private Worktree worktree(
            Repository repository,
            Path path,
            Task task,
            @Nullable Epic epic,
            List<Task> blockers,
            WorkspaceSettings settings) {
        try {
            String start = startPoint(repository, task, epic, blockers, settings);
            return new Worktrees(repository).create(path, Repository.branchOf(task.id()), start);
        } catch (GitFailure failure) {
            if (repository.resolve("refs/heads/fuel").isEmpty()) {
                throw failure;
            }
            throw new Refusal(
                    "branch_in_the_way",
                    "a branch named fuel keeps git from making fuel/%s: rename it (git branch -m fuel NAME)"
                            .formatted(task.id()));
        }
    }

    private String startPoint(
            Repository repository, Task task, @Nullable Epic epic, List<Task> blockers, WorkspaceSettings settings) {
        String base = baseOf(task, epic, settings);
        boolean epicHasBranch = epic != null
                && repository
                        .resolve("refs/heads/" + Repository.branchOf(epic.id()))
                        .isPresent();
        if (!epicHasBranch && repository.resolve(base).isEmpty()) {
            throw new Refusal(
                    "no_base_branch",
                    "there is no branch %s, which the work of %s starts from: make it again, or set workspace.base"
                            .formatted(base, task.id()));
        }
        if (epic == null) {
            return base;
        }
        String branch = Repository.branchOf(epic.id());
        repository.ensureBranch(branch, base);
        new EpicBranch(repository, fuelDirectory).include(epic, base, blockers);
        return branch;
    }

    private String baseOf(Task task, @Nullable Epic epic, WorkspaceSettings settings) {
        String base = epic != null && epic.baseBranch() != null ? epic.baseBranch() : task.baseBranch();
        if (base == null) {
            base = baseBranch(settings);
        }
        if (base == null) {
            throw new Refusal(
                    "no_base_branch",
                    "no branch is checked out: set workspace.base in .fuel/config.yaml to the branch that work lands on");
        }
        return base;
    }

    /// Once for each worktree; a mark beside the task's runs tells that it was done to the end.
    private void setUp(Task task, Path path, Repository repository, WorkspaceSettings settings) {
        if (settings.copy().isEmpty() && settings.setup().isBlank()) {
            return;
        }
        Path mark =
                fuelDirectory.resolve("processes").resolve(task.id().value()).resolve("workspace-ready");
        try {
            String made = Files.readAttributes(path, BasicFileAttributes.class)
                    .creationTime()
                    .toString();
            if (Files.exists(mark) && Files.readString(mark).equals(made)) {
                return;
            }
            furnish(task, path, repository, settings);
            Files.createDirectories(mark.getParent());
            Files.writeString(mark, made);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot set up the worktree of " + task.id(), e);
        }
    }

    /// Brings the ignored files along that are configured, and runs the setup command.
    void furnish(Task task, Path path, Repository repository, WorkspaceSettings settings) {
        // The variables that the agent gets, so that it can write the ports where the program looks for them.
        Map<String, String> variables = Map.of(
                "FUEL_PROJECT", root.toString(),
                "FUEL_TASK_ID", task.id().value(),
                "FUEL_PORT_BASE", Integer.toString(task.portBase()));
        furnish(variables, path, repository, settings);
    }

    /// The same for what is no task's.
    void furnish(Path path, Repository repository, WorkspaceSettings settings) {
        furnish(Map.of("FUEL_PROJECT", root.toString()), path, repository, settings);
    }

    private static void furnish(
            Map<String, String> variables, Path path, Repository repository, WorkspaceSettings settings) {
        WorkspaceCopy.copy(repository, path, settings.copy());
        runSetup(variables, path, settings.setup());
    }

    private static void runSetup(Map<String, String> variables, Path path, String setup) {
        if (setup.isBlank()) {
            return;
        }
        Command.Result result = new Command(List.of("sh", "-c", setup), path, variables, SETUP_LIMIT, null).run();
        if (!result.isSuccess()) {
            String words = result.stderr().isBlank() ? result.stdout() : result.stderr();
            throw new Refusal(
                    "setup_failed", "workspace.setup ended with %d: %s".formatted(result.exitCode(), lastLine(words)));
        }
    }

    private static String lastLine(String text) {
        return text.lines().reduce("", (before, line) -> line.isBlank() ? before : line.strip());
    }
}
