package dev.fuel.consume;

import dev.fuel.config.AgentConfig;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.triage.StuckTask;
import dev.fuel.domain.triage.TriageState;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Sees to tasks that have used up their attempts: a person is called, with a proposal of the primary where the routing
/// is left to it. What {@link TriagePolicy} decides is carried out in the transaction that it is decided in. Owned by
/// the consumer's loop.
final class TriageKeeper {
    private final Store store;
    private final ActiveRuns activeRuns;
    private final ProgramKeeper programs;
    private final ZoneId zone;
    /// Whether the primary may be at work on an answer: what an earlier consumer asked is looked for once.
    private boolean mayBeAsked = true;

    TriageKeeper(Ground ground, ActiveRuns activeRuns, ProgramKeeper programs) {
        this.store = ground.store();
        this.activeRuns = activeRuns;
        this.programs = programs;
        this.zone = ground.zone();
    }

    /// A task has come to its end.
    ///
    /// @param paused beside the pause in the database
    void stick(TaskId id, boolean paused, FuelConfig config) {
        carryOut(
                store.write(
                        Actor.CONSUMER,
                        session -> stick(session, id, paused, programs.standings(session, config), zone, config)),
                config);
    }

    /// Sees to those that the primary was asked about.
    void lookAfter(boolean paused, FuelConfig config) {
        if (!mayBeAsked) {
            return;
        }
        List<StuckTask> asked = store.read(session -> session.triages().asked());
        for (StuckTask stuck : asked) {
            carryOut(
                    store.write(
                            Actor.CONSUMER,
                            session -> next(
                                    session, stuck.task(), paused, programs.standings(session, config), zone, config)),
                    config);
        }
        mayBeAsked = !asked.isEmpty();
    }

    /// @param started a run whose process is to be started
    /// @param stopped one that is to be stopped
    /// @param look    the agent whose program has to be looked at
    record Effect(
            @Nullable Run started,
            @Nullable RunId stopped,
            @Nullable AgentName look) {
        static final Effect NONE = new Effect(null, null, null);
    }

    private void carryOut(Effect effect, FuelConfig config) {
        if (effect.started() != null) {
            mayBeAsked = true;
            activeRuns.start(effect.started(), config);
        }
        if (effect.stopped() != null) {
            boolean _ = activeRuns.stop(effect.stopped(), StopReason.PERSON);
        }
        if (effect.look() != null) {
            programs.lookAt(Objects.requireNonNull(config.agents().get(effect.look())));
        }
    }

    /// The first step, all of it in the database.
    ///
    /// @param programs what is known of the agents' programs
    static Effect stick(
            Session session,
            TaskId id,
            boolean paused,
            Map<AgentName, ProgramStanding> programs,
            ZoneId zone,
            FuelConfig config) {
        Task task = session.tasks().get(id);
        if (!task.heldBy().isEmpty() || !task.status().isClaimable()) {
            return Effect.NONE;
        }
        boolean isAsked = RoutingMemory.isAsked(config);
        TriageStep step = TriagePolicy.first(
                isAsked ? session.triages().find(id).orElse(null) : null,
                isAsked ? primary(session, task, paused, programs, zone, config) : null);
        String failure = task.reason() == null ? "" : task.reason();
        return carryOut(session, task, step, failure, config);
    }

    /// Every further step of a task that the primary was asked about.
    static Effect next(
            Session session,
            TaskId id,
            boolean paused,
            Map<AgentName, ProgramStanding> programs,
            ZoneId zone,
            FuelConfig config) {
        StuckTask stuck = session.triages().find(id).orElseThrow();
        Task task = session.tasks().get(id);
        TriageStep step = TriagePolicy.next(
                stuck,
                task,
                session.runs().get(Objects.requireNonNull(stuck.run())),
                RoutingMemory.isAsked(config) ? primary(session, task, paused, programs, zone, config) : null);
        return carryOut(session, task, step, stuck.failure(), config);
    }

    private static Effect carryOut(Session session, Task task, TriageStep step, String failure, FuelConfig config) {
        return switch (step) {
            case TriageStep.Rest() -> Effect.NONE;
            case TriageStep.Look(AgentName agent) -> new Effect(null, null, agent);
            case TriageStep.Ask(AgentName primary, RunId unclear) ->
                new Effect(ask(session, task, primary, unclear, failure, config), null, null);
            case TriageStep.CallPerson(String why) -> {
                TriageRecords.failed(session, task, failure, why);
                yield Effect.NONE;
            }
            case TriageStep.Overtaken(RunId running) -> {
                boolean _ = session.triages().move(task.id(), TriageState.ASKED, TriageState.OVERTAKEN);
                yield new Effect(null, running, null);
            }
        };
    }

    private static Run ask(
            Session session, Task task, AgentName primary, @Nullable RunId unclear, String failure, FuelConfig config) {
        AgentConfig settings = config.agents().get(primary);
        Run run = session.runs()
                .insert(new NewRun(
                        RunKind.TRIAGE,
                        task.id(),
                        task.epic(),
                        primary,
                        settings == null ? null : settings.model(),
                        null,
                        null,
                        null,
                        unclear == null ? 1 : 2,
                        unclear));
        if (unclear == null) {
            TriageRecords.asked(session, task, run.id(), failure);
        } else {
            session.triages().askAgain(task.id(), run.id());
        }
        return run;
    }

    private static TriagePolicy.Primary primary(
            Session session,
            Task task,
            boolean paused,
            Map<AgentName, ProgramStanding> programs,
            ZoneId zone,
            FuelConfig config) {
        Snapshot snapshot = GateReader.snapshot(session, paused, true, programs, config);
        return new TriagePolicy.Primary(
                new Router(config, zone).ask(Objects.requireNonNull(config.primary()), snapshot),
                snapshot.spentFor(task).orElse(null),
                snapshot.paused());
    }
}
