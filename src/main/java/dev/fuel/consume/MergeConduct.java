package dev.fuel.consume;

import dev.fuel.agents.Driver;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import dev.fuel.gate.Gate;
import dev.fuel.gate.Workspace;
import dev.fuel.gate.Workspaces;
import dev.fuel.git.Repository;
import dev.fuel.git.RunRefs;
import dev.fuel.git.TargetMerge;
import dev.fuel.git.WorkInspection;
import dev.fuel.git.WorkState;
import dev.fuel.prompt.Prompts;
import dev.fuel.prompt.Prompts.MergeFacts;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Runs in which an agent makes a task's work fit onto a target that has moved on. Fuel begins the merge in the task's
/// own worktree; the agent resolves and commits it. Nothing lands by that: the checks begin anew at the merged commit.
final class MergeConduct implements RunConduct {
    private final Ground ground;
    private final Store store;
    private final Workspaces workspaces;
    private final Prompts prompts;
    private final GateSettlement settlement;

    MergeConduct(Ground ground, Workspaces workspaces, GateSettlement settlement) {
        this.ground = ground;
        this.store = ground.store();
        this.workspaces = workspaces;
        this.prompts = new Prompts(ground.fuelDirectory().resolve("prompts"));
        this.settlement = settlement;
    }

    private record Facts(Task task, @Nullable Epic epic) {
        static Facts read(Session session, Run run) {
            Task task = session.tasks().get(Objects.requireNonNull(run.task()));
            return new Facts(task, Claims.epicOf(session, task));
        }
    }

    @Override
    public Supplier<Preparation> preparing(Run run, FuelConfig config) {
        Facts facts = store.read(session -> Facts.read(session, run));
        return () -> prepare(run, facts, config);
    }

    private Preparation prepare(Run run, Facts facts, FuelConfig config) {
        Task task = facts.task();
        Repository repository = Objects.requireNonNull(ground.repository());
        Driver driver = ground.driver(Objects.requireNonNull(run.agent()), config);
        Workspace workspace = workspaces.prepare(task, facts.epic(), List.of(), config.workspace());
        workspaces.unlock(workspace);
        String target = Gate.target(task);
        String onto = repository
                .resolve("refs/heads/" + target)
                .orElseThrow(() -> new Refusal(
                        "missing_branch", "cannot merge %s: there is no branch %s".formatted(task.id(), target)));
        // Noted before anything is begun: at its end the run is judged by what it was to bring in.
        store.change(
                Actor.CONSUMER,
                session -> session.progress()
                        .inWorkspace(run.id(), workspace.path().toString(), onto));
        TargetMerge merge = new TargetMerge(repository, workspace.path());
        merge.begin(onto, run.id());
        String head = Objects.requireNonNull(task.commit());
        String prompt = prompts.merge(new MergeFacts(
                task,
                facts.epic(),
                Objects.requireNonNull(workspace.branch()),
                target,
                merge.conflicts().stream().map(file -> "- " + file).collect(Collectors.joining("\n")),
                merge.commits(head, onto),
                merge.commits(onto, head)));
        Path promptFile = ground.runDirectory(run).prompt();
        return Preparation.of(
                new Workspace(workspace.path(), workspace.branch(), onto),
                driver.prepare(AgentStart.request(ground, driver, run, workspace.path(), null, prompt, promptFile)),
                prompt);
    }

    @Override
    public void started(Session session, Run run, Workspace workspace) {
        // The task's base moves only when the merge is done.
    }

    @Override
    public Supplier<Settling> gathering(Run run, @Nullable Integer exitCode, FuelConfig config) {
        return () -> gathered(run, AgentReading.of(ground, run, exitCode, config), config);
    }

    /// What counts is what stands in git, not what the agent says.
    private Settling gathered(Run run, AgentReading reading, FuelConfig config) {
        Repository repository = Objects.requireNonNull(ground.repository());
        String onto = run.baseCommit();
        if (run.workspacePath() == null || onto == null || !Files.isDirectory(Path.of(run.workspacePath()))) {
            return settling(settlement, reading.with(null), null, config);
        }
        Path worktree = Path.of(run.workspacePath());
        TargetMerge merge = new TargetMerge(repository, worktree);
        TargetMerge.State state = merge.state(onto);
        merge.clear(run.id());
        WorkState work = WorkInspection.inspect(repository, worktree, onto);
        new RunRefs(repository).keep(run.id(), work.head());
        return settling(settlement, reading.with(work), state, config);
    }

    @Override
    public Settling notStarted(Run run, RuntimeException failure, FuelConfig config) {
        return (session, now) -> settlement.settleFailed(session, now, failure);
    }

    @Override
    public Settling broken(Run run, RuntimeException failure) {
        return (session, now) -> settlement.settleFailed(session, now, failure);
    }

    /// @param state how the resolving went; null if nothing can be seen of it
    static Settling settling(
            GateSettlement settlement, Evidence evidence, TargetMerge.@Nullable State state, FuelConfig config) {
        return (session, run) -> settlement
                .settle(session, run, evidence, config)
                .ifPresent(task -> {
                    if (state != null && state.isResolved()) {
                        GateRecords.merged(session, task, state.head(), Objects.requireNonNull(run.baseCommit()));
                    }
                });
    }
}
