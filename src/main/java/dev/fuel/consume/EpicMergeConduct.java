package dev.fuel.consume;

import dev.fuel.agents.Driver;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.Run;
import dev.fuel.gate.EpicGate;
import dev.fuel.gate.Workspace;
import dev.fuel.git.Repository;
import dev.fuel.git.RunRefs;
import dev.fuel.git.TargetMerge;
import dev.fuel.git.WorkInspection;
import dev.fuel.git.WorkState;
import dev.fuel.git.Worktree;
import dev.fuel.git.Worktrees;
import dev.fuel.prompt.Prompts;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Runs in which an agent makes an epic's work fit onto a base branch that has moved on, in a worktree of the epic's
/// own. Nothing lands by that: a person is asked again.
final class EpicMergeConduct implements RunConduct {
    private final Ground ground;
    private final Store store;
    private final Prompts prompts;
    private final GateSettlement settlement;

    EpicMergeConduct(Ground ground, GateSettlement settlement) {
        this.ground = ground;
        this.store = ground.store();
        this.prompts = new Prompts(ground.fuelDirectory().resolve("prompts"));
        this.settlement = settlement;
    }

    @Override
    public Supplier<Preparation> preparing(Run run, FuelConfig config) {
        Epic epic = store.read(session -> session.epics().get(epicOf(run)));
        return () -> prepare(run, epic, config);
    }

    private Preparation prepare(Run run, Epic epic, FuelConfig config) {
        Repository repository = Objects.requireNonNull(ground.repository());
        Driver driver = ground.driver(Objects.requireNonNull(run.agent()), config);
        String base = Objects.requireNonNull(epic.baseBranch());
        String onto = repository
                .resolve("refs/heads/" + base)
                .orElseThrow(() -> new Refusal(
                        "missing_branch", "cannot merge %s: there is no branch %s".formatted(epic.id(), base)));
        var worktrees = new Worktrees(repository);
        Worktree worktree = worktrees.create(
                EpicGate.worktree(ground.fuelDirectory(), epic.id()), Repository.branchOf(epic.id()), onto);
        worktrees.clearLock(worktree.path());
        // Noted before anything is begun: at its end the run is judged by what it was to bring in.
        store.change(
                Actor.CONSUMER,
                session ->
                        session.progress().inWorkspace(run.id(), worktree.path().toString(), onto));
        TargetMerge merge = new TargetMerge(repository, worktree.path());
        merge.begin(onto, run.id());
        String prompt = prompts.mergeOfEpic(new Prompts.EpicMergeFacts(
                epic,
                worktree.branch(),
                base,
                merge.conflicts().stream().map(file -> "- " + file).collect(Collectors.joining("\n")),
                merge.commits(worktree.head(), onto),
                merge.commits(onto, worktree.head())));
        Path promptFile = ground.runDirectory(run).prompt();
        return Preparation.of(
                new Workspace(worktree.path(), worktree.branch(), onto),
                driver.prepare(AgentStart.request(ground, driver, run, worktree.path(), null, prompt, promptFile)),
                prompt);
    }

    @Override
    public void started(Session session, Run run, Workspace workspace) {
        // The epic stands where it stood until the merge is done.
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
            return settling(reading.with(null), null, config);
        }
        Path worktree = Path.of(run.workspacePath());
        TargetMerge merge = new TargetMerge(repository, worktree);
        TargetMerge.State state = merge.state(onto);
        merge.clear(run.id());
        WorkState work = WorkInspection.inspect(repository, worktree, onto);
        new RunRefs(repository).keep(run.id(), work.head());
        return settling(reading.with(work), state, config);
    }

    private Settling settling(Evidence evidence, TargetMerge.@Nullable State state, FuelConfig config) {
        return (session, run) -> {
            if (settlement.record(session, run, evidence, config)) {
                EpicRecords.merged(session, session.runs().get(run.id()), epicOf(run), state);
            }
        };
    }

    @Override
    public Settling notStarted(Run run, RuntimeException failure, FuelConfig config) {
        return failed(failure);
    }

    @Override
    public Settling broken(Run run, RuntimeException failure) {
        return failed(failure);
    }

    private Settling failed(RuntimeException failure) {
        return (session, run) -> {
            if (settlement.recordFailed(session, run, failure)) {
                EpicRecords.handedOver(
                        session,
                        epicOf(run),
                        "%s could not resolve it: %s".formatted(run.id(), RunOutcomes.words(failure)));
            }
        };
    }

    private static EpicId epicOf(Run run) {
        return Objects.requireNonNull(run.epic());
    }
}
