package dev.fuel.consume;

import dev.fuel.agents.Driver;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.Run;
import dev.fuel.gate.EpicGate;
import dev.fuel.gate.Workspace;
import dev.fuel.git.Repository;
import dev.fuel.git.TargetMerge;
import dev.fuel.git.Worktree;
import dev.fuel.git.Worktrees;
import dev.fuel.prompt.Prompts;
import dev.fuel.store.Store;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs in which an agent makes an epic's work fit onto a base branch that has moved on, in a worktree of the epic's
/// own. Nothing lands by that: a person is asked again.
final class EpicMergeConduct implements RunConduct {
    private final Ground ground;
    private final Store store;
    private final TargetMerges merges;
    private final Prompts prompts;
    private final GateSettlement settlement;

    EpicMergeConduct(Ground ground, GateSettlement settlement) {
        this.ground = ground;
        this.store = ground.store();
        this.merges = new TargetMerges(ground);
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
        String onto = merges.onto(epic.id(), base);
        var worktrees = new Worktrees(repository);
        Worktree worktree = worktrees.create(
                EpicGate.worktree(ground.fuelDirectory(), epic.id()), Repository.branchOf(epic.id()), onto);
        worktrees.clearLock(worktree.path());
        TargetMerges.Begun begun = merges.begin(run, worktree.path(), worktree.head(), onto);
        String prompt = prompts.mergeOfEpic(new Prompts.EpicMergeFacts(
                epic, worktree.branch(), base, begun.conflicts(), begun.theirs(), begun.ours()));
        Workspace merging = new Workspace(worktree.path(), worktree.branch(), onto);
        return AgentStart.preparation(ground, driver, run, merging, null, prompt);
    }

    @Override
    public Supplier<Settling> gathering(Run run, @Nullable Integer exitCode, FuelConfig config) {
        return () -> {
            TargetMerges.Ended ended = merges.ended(run, exitCode, config);
            return settling(ended.evidence(), ended.state(), config);
        };
    }

    private Settling settling(Evidence evidence, TargetMerge.@Nullable State state, FuelConfig config) {
        return (session, run) -> {
            if (settlement.record(session, run, evidence, config)) {
                EpicRecords.merged(session, session.runs().get(run.id()), epicOf(run), state);
            }
        };
    }

    @Override
    public Settling broken(Run run, RuntimeException failure) {
        return (session, now) -> {
            if (settlement.recordFailed(session, now, failure)) {
                EpicRecords.handedOver(
                        session,
                        epicOf(now),
                        "%s could not resolve it: %s".formatted(now.id(), RunOutcomes.words(failure)));
            }
        };
    }

    private static EpicId epicOf(Run run) {
        return Objects.requireNonNull(run.epic());
    }
}
