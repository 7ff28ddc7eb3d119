package dev.fuel.consume;

import dev.fuel.agents.Driver;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import dev.fuel.gate.Gate;
import dev.fuel.gate.Workspace;
import dev.fuel.gate.Workspaces;
import dev.fuel.git.TargetMerge;
import dev.fuel.prompt.Prompts;
import dev.fuel.prompt.Prompts.MergeFacts;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs in which an agent makes a task's work fit onto a target that has moved on. Fuel begins the merge in the task's
/// own worktree; the agent resolves and commits it. Nothing lands by that: the checks begin anew at the merged commit.
final class MergeConduct implements RunConduct {
    private final Ground ground;
    private final Store store;
    private final Workspaces workspaces;
    private final TargetMerges merges;
    private final Prompts prompts;
    private final GateSettlement settlement;

    MergeConduct(Ground ground, Workspaces workspaces, GateSettlement settlement) {
        this.ground = ground;
        this.store = ground.store();
        this.workspaces = workspaces;
        this.merges = new TargetMerges(ground);
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
        Driver driver = ground.driver(Objects.requireNonNull(run.agent()), config);
        Workspace workspace = workspaces.prepare(task, facts.epic(), List.of(), config.workspace());
        workspaces.unlock(workspace);
        String target = Gate.target(task);
        String onto = merges.onto(task.id(), target);
        TargetMerges.Begun begun = merges.begin(run, workspace.path(), Objects.requireNonNull(task.commit()), onto);
        String prompt = prompts.merge(new MergeFacts(
                task,
                facts.epic(),
                Objects.requireNonNull(workspace.branch()),
                target,
                begun.conflicts(),
                begun.theirs(),
                begun.ours()));
        Workspace merging = new Workspace(workspace.path(), workspace.branch(), onto);
        return AgentStart.preparation(ground, driver, run, merging, null, prompt);
    }

    @Override
    public Supplier<Settling> gathering(Run run, @Nullable Integer exitCode, FuelConfig config) {
        return () -> {
            TargetMerges.Ended ended = merges.ended(run, exitCode, config);
            return settling(settlement, ended.evidence(), ended.state(), config);
        };
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
