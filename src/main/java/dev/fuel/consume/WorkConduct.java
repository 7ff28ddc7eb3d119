package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.gate.Workspace;
import dev.fuel.gate.Workspaces;
import dev.fuel.git.Repository;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs in which an agent works on a task.
final class WorkConduct implements RunConduct {
    private final Store store;
    private final Workspaces workspaces;
    private final WorkRuns workRuns;
    private final WorkEndings workEndings;
    private final Settlement settlement;
    private final FailedStarts failedStarts;

    WorkConduct(Ground ground, Workspaces workspaces) {
        this.store = ground.store();
        this.workspaces = workspaces;
        this.workRuns = new WorkRuns(ground, workspaces);
        this.workEndings = new WorkEndings(ground, workspaces);
        var health = new AgentHealthTracker(store, ground.random());
        this.settlement = new Settlement(health);
        this.failedStarts = new FailedStarts(health);
    }

    @Override
    public Supplier<Preparation> preparing(Run run, FuelConfig config) {
        WorkRuns.Facts facts = store.read(session -> Claims.facts(session, run));
        return preparing(facts, config);
    }

    /// The same for who has just read the facts.
    Supplier<Preparation> preparing(WorkRuns.Facts facts, FuelConfig config) {
        return () -> workRuns.prepare(facts, config);
    }

    @Override
    public void started(Session session, Run run, Workspace workspace) {
        if (workspace.isWorktree()) {
            session.tasks()
                    .change(taskOf(run))
                    .branch(workspace.branch())
                    .baseCommit(workspace.base())
                    .done();
            if (run.epic() != null) {
                session.epics().setBranch(run.epic(), Repository.branchOf(run.epic()));
            }
        }
    }

    /// A crash between the start of the process and the note of its workspace leaves the row without it.
    @Override
    public Workspace findWorkspace(Run run, FuelConfig config) {
        Owner owner = owner(run);
        return workspaces.prepare(owner.task(), owner.epic(), List.of(), config.workspace());
    }

    @Override
    public Supplier<Settling> gathering(Run run, @Nullable Integer exitCode, FuelConfig config) {
        Owner owner = owner(run);
        return () -> settling(workEndings.gather(run, owner.task(), owner.epic(), exitCode, config), config);
    }

    @Override
    public Settling notStarted(Run run, RuntimeException failure, FuelConfig config) {
        return (session, now) -> failedStarts.notStarted(session, now, failure, config);
    }

    @Override
    public Settling broken(Run run, RuntimeException failure) {
        return (session, now) -> failedStarts.broken(session, now, failure);
    }

    private Settling settling(Evidence evidence, FuelConfig config) {
        return (session, now) -> settlement.settle(session, now, evidence, config);
    }

    private record Owner(Task task, @Nullable Epic epic) {}

    private Owner owner(Run run) {
        return store.read(session -> {
            Task task = session.tasks().get(taskOf(run));
            return new Owner(task, Claims.epicOf(session, task));
        });
    }

    private static TaskId taskOf(Run run) {
        return Objects.requireNonNull(run.task());
    }
}
