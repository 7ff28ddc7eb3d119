package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.StopReason;
import dev.fuel.gate.CheckWorkspaces;
import dev.fuel.git.Change;
import dev.fuel.git.Repository;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes epics from their last task to a person's decision. What {@link EpicPolicy} decides is carried out, and what
/// comes of it written down, before the next step is decided on: a crash anywhere only means that the same step is
/// decided on again. Owned by the consumer's loop.
final class EpicKeeper {
    private static final int MOST_TRIES = 5;

    private final Ground ground;
    private final Store store;
    private final CheckWorkspaces checkWorkspaces;
    private final InFlight inFlight;
    private final ActiveRuns activeRuns;
    private final ProgramKeeper programs;

    EpicKeeper(
            Ground ground,
            CheckWorkspaces checkWorkspaces,
            InFlight inFlight,
            ActiveRuns activeRuns,
            ProgramKeeper programs) {
        this.ground = ground;
        this.checkWorkspaces = checkWorkspaces;
        this.store = ground.store();
        this.inFlight = inFlight;
        this.activeRuns = activeRuns;
        this.programs = programs;
    }

    /// @param paused beside the pause in the database: no run starts
    /// @return when time alone lets one of them go on; null if none waits for time
    @Nullable
    Instant turn(Collection<EpicId> epics, boolean paused, FuelConfig config) {
        @Nullable Instant due = null;
        for (EpicId epic : epics) {
            if (inFlight.contains(key(epic))) {
                continue;
            }
            EpicStep step = advance(epic, paused, config);
            if (step instanceof EpicStep.Wait(String _, Instant until)) {
                due = Planner.earlier(due, until);
            }
        }
        return due;
    }

    /// Time alone may change what is decided while it is carried out; then it is decided on again, since nobody else
    /// would wake the loop for that.
    ///
    /// @return the step that was carried out
    private EpicStep advance(EpicId epic, boolean paused, FuelConfig config) {
        for (int tries = 1; true; tries++) {
            EpicStep step = EpicPolicy.next(store.read(session -> facts(session, epic, paused, config)));
            if (carryOut(epic, step, paused, config) || tries == MOST_TRIES) {
                return step;
            }
        }
    }

    private EpicFacts facts(Session session, EpicId epic, boolean paused, FuelConfig config) {
        return EpicFacts.read(session, epic, paused, reading -> programs.standings(reading, config), config);
    }

    /// @return whether it was still what is to be done
    private boolean carryOut(EpicId epic, EpicStep step, boolean paused, FuelConfig config) {
        return switch (step) {
            case EpicStep.Rest(), EpicStep.Wait _ -> true;
            case EpicStep.Look(AgentName agent) -> {
                programs.lookAt(Objects.requireNonNull(config.agents().get(agent)));
                yield true;
            }
            case EpicStep.Execute(NewRun run) -> execute(epic, run, paused, config);
            case EpicStep.Ask(String noSummary) -> {
                ask(epic, noSummary, paused, config);
                yield true;
            }
            case EpicStep.Withdraw() -> record(epic, step, paused, config, now -> EpicRecords.withdrawn(now, epic));
            case EpicStep.HandOverMerge(String why) ->
                record(epic, step, paused, config, now -> EpicRecords.handedOver(now, epic, why));
            case EpicStep.RefusePlan(String why) ->
                record(epic, step, paused, config, now -> PlanRecords.refused(now, epic, why));
            case EpicStep.Stop(RunId run) -> {
                boolean _ = activeRuns.stop(run, StopReason.PERSON);
                yield true;
            }
        };
    }

    private boolean execute(EpicId epic, NewRun wanted, boolean paused, FuelConfig config) {
        @Nullable
        Run started = store.write(Actor.CONSUMER, session -> {
            EpicFacts facts = facts(session, epic, paused, config);
            if (!EpicPolicy.next(facts).equals(new EpicStep.Execute(wanted))) {
                return null;
            }
            Run run = session.runs().insert(wanted);
            if (wanted.kind() == RunKind.MERGE && facts.merge() != null) {
                session.requests().done(facts.merge().id(), "%s is to resolve it".formatted(run.id()));
            }
            return run;
        });
        if (started != null) {
            activeRuns.start(started, config);
        }
        return started != null;
    }

    /// What it has come to is asked of git beside the loop. Without an answer the person is asked all the same.
    private void ask(EpicId epic, @Nullable String noSummary, boolean paused, FuelConfig config) {
        @Nullable String base = store.read(session -> session.epics().get(epic)).baseBranch();
        List<RunId> tests = store.read(session -> session.runs().of(epic)).stream()
                .filter(run -> run.kind() == RunKind.CHECK)
                .map(Run::id)
                .toList();
        inFlight.start(
                key(epic),
                () -> {
                    tests.forEach(checkWorkspaces::dropOfEpic);
                    return change(epic, base);
                },
                change -> asked(epic, noSummary, change.orElse(null), paused, config),
                _ -> asked(epic, noSummary, null, paused, config));
    }

    private Optional<Change> change(EpicId epic, @Nullable String base) {
        Repository repository = ground.repository();
        return repository == null || base == null
                ? Optional.empty()
                : Change.between(repository, base, Repository.branchOf(epic));
    }

    private void asked(
            EpicId epic, @Nullable String noSummary, @Nullable Change change, boolean paused, FuelConfig config) {
        store.change(Actor.CONSUMER, session -> {
            // Why there is no summary may be told in other words by now, with other times.
            EpicFacts facts = facts(session, epic, paused, config);
            if (EpicPolicy.next(facts) instanceof EpicStep.Ask) {
                EpicRecords.asked(
                        session, epic, change, EpicTestPolicy.found(facts).orElse(null), noSummary);
            }
        });
    }

    /// Decides again in the transaction that acts, since a person may have been faster.
    private boolean record(EpicId epic, EpicStep step, boolean paused, FuelConfig config, Consumer<Session> record) {
        return store.<Boolean>write(Actor.CONSUMER, session -> {
            boolean stands = step.equals(EpicPolicy.next(facts(session, epic, paused, config)));
            if (stands) {
                record.accept(session);
            }
            return stands;
        });
    }

    private static String key(EpicId epic) {
        return "epic " + epic.value();
    }
}
