package dev.fuel.app;

import dev.fuel.agents.Drivers;
import dev.fuel.agents.Invocation;
import dev.fuel.config.AgentConfig;
import dev.fuel.config.EnvironmentReferences;
import dev.fuel.config.FuelConfig;
import dev.fuel.consume.Attachments;
import dev.fuel.consume.TaskVariables;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.Attachment;
import dev.fuel.domain.run.ProcessIdentity;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.git.Discovery;
import dev.fuel.git.Repository;
import dev.fuel.process.ForegroundProgram;
import dev.fuel.process.LivingProcess;
import dev.fuel.store.IdKind;
import dev.fuel.store.RunFilter;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets a person go on with an agent's session in the agent's own screen.
///
/// The task is held for as long, so that no run starts beside them.
public final class AttachActions {
    /// What the agent starts there carries this in place of a run's token: it may read, and change nothing.
    private static final String TOKEN = "attached";

    private final Project project;
    private final Caller caller;
    private final @Nullable Path launcher;

    /// @param launcher the folder of the `fuel` program, which the agent gets on its PATH; null if it is not known
    public AttachActions(Project project, Caller caller, @Nullable Path launcher) {
        this.project = project;
        this.caller = caller;
        this.launcher = launcher;
    }

    /// Holds the task and makes ready what is to be run on the terminal. The caller closes what it gets.
    ///
    /// @param reference a task, whose latest session it is, or a run
    /// @param stop      whether a run that works on the task is stopped first
    /// @throws Refusal if there is no session to go on with, or somebody works on the task
    public AttachedSession open(String reference, boolean stop) {
        caller.requirePerson("attach to sessions");
        Store store = project.store();
        Attachments.releaseAbandoned(store, caller.actor());
        Run run = store.read(session -> runWithSession(session, reference));
        TaskId task = taskOf(run);
        Path workspace = workspaceOf(run);
        ForegroundProgram program =
                program(run, store.read(session -> session.tasks().get(task)), workspace);
        Path _ = program.file(project.environment());
        if (stop) {
            new RunStop(project, caller).stopAllOn(task);
        }
        Attachment attachment = store.writeDurably(caller.actor(), session -> {
            refuseWhileBusy(session, session.tasks().get(task));
            ProcessIdentity self = LivingProcess.self();
            session.attachments().open(task, run.id(), self);
            return session.attachments().of(task).orElseThrow();
        });
        return new AttachedSession(project, caller.actor(), attachment, program);
    }

    private static Run runWithSession(Session session, String reference) {
        return switch (session.ids().resolve(reference, IdKind.TASK, IdKind.RUN)) {
            case TaskId task -> latest(session, task);
            case RunId id -> {
                Run run = session.runs().get(id);
                if (run.sessionId() == null) {
                    throw noSession("%s has".formatted(id));
                }
                yield run;
            }
            default -> throw new IllegalStateException("neither a task nor a run: " + reference);
        };
    }

    private static Run latest(Session session, TaskId task) {
        List<Run> runs = session.runs().list(RunFilter.ofTask(task));
        return runs.stream()
                .filter(run -> run.kind() == RunKind.WORK && run.sessionId() != null)
                .findFirst()
                .orElseThrow(() -> noSession(runs.isEmpty() ? task + " has no run and" : "no run of " + task + " has"));
    }

    private static Refusal noSession(String whose) {
        return new Refusal("no_session", whose + " left no session: there is nothing to attach to");
    }

    private static TaskId taskOf(Run run) {
        TaskId task = run.task();
        if (task == null) {
            throw new Refusal(
                    "no_task", "%s belongs to no task: only a task's sessions can be attached".formatted(run.id()));
        }
        return task;
    }

    private static Path workspaceOf(Run run) {
        String path = run.workspacePath();
        if (path == null || !Files.isDirectory(Path.of(path))) {
            throw new Refusal(
                    "workspace_gone",
                    "the workspace of %s is gone%s: its session cannot go on"
                            .formatted(run.id(), path == null ? "" : " (" + path + ")"));
        }
        return Path.of(path);
    }

    private ForegroundProgram program(Run run, Task task, Path workspace) {
        FuelConfig config = project.readConfig().require().config();
        AgentName name = Optional.ofNullable(run.agent())
                .orElseThrow(() -> new Refusal("no_agent", "%s is no run of an agent".formatted(run.id())));
        AgentConfig agent = config.agent(name)
                .orElseThrow(() -> new Refusal(
                        "unknown_agent",
                        "agent %s is no longer configured: its sessions cannot go on".formatted(name)));
        Map<String, String> own = EnvironmentReferences.resolve(agent, project.environment());
        Invocation invocation = Drivers.of(agent, own, Project.isRoot())
                .attach(String.valueOf(run.sessionId()), writableFolders(workspace));
        Map<String, String> variables = new HashMap<>(invocation.environment());
        String path = variables.getOrDefault("PATH", project.environment().getOrDefault("PATH", ""));
        variables.putAll(TaskVariables.of(task, project.root(), launcher, path));
        variables.put(Caller.TOKEN_VARIABLE, TOKEN);
        return new ForegroundProgram(invocation.words(), workspace, variables);
    }

    /// What a program that fences in its writing must be told of a linked worktree.
    private List<Path> writableFolders(Path workspace) {
        return Repository.discover(workspace, project.environment()) instanceof Discovery.Found(Repository repository)
                        && !repository.gitDir().equals(repository.commonDir())
                ? List.of(repository.commonDir(), repository.gitDir())
                : List.of();
    }

    private static void refuseWhileBusy(Session session, Task task) {
        RunQueries.runningOn(session, task.id()).ifPresent(run -> {
            throw new Refusal(
                    "run_at_work",
                    "%s of %s works on %s: stop it with `fuel run:kill %s`, or let `fuel attach --stop %s` do it"
                            .formatted(
                                    run.id(),
                                    run.agent() == null ? "Fuel" : run.agent(),
                                    task.id(),
                                    run.id(),
                                    task.id()));
        });
        session.attachments().of(task.id()).ifPresent(open -> {
            throw new Refusal(
                    "already_attached",
                    "%s is attached already, by process %d: leave that first"
                            .formatted(task.id(), open.holder().pid()));
        });
        if (task.status() == TaskStatus.REVIEW && !task.heldBy().contains(Hold.MERGE)) {
            throw new Refusal(
                    "in_review",
                    "%s is in review: its checks decide first, `fuel show %s`".formatted(task.id(), task.id()));
        }
    }
}
