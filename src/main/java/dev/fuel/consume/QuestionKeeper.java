package dev.fuel.consume;

import dev.fuel.config.AgentConfig;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Has the primary asked who should do what, where the routing says so. What {@link QuestionPolicy} decides is carried
/// out in the transaction that it is decided in: a crash anywhere only means that it is decided again. Owned by the
/// consumer's loop.
final class QuestionKeeper {
    private static final int MOST_STEPS = 20;

    private final Store store;
    private final ActiveRuns activeRuns;
    private final ProgramKeeper programs;
    private final ZoneId zone;

    QuestionKeeper(Ground ground, ActiveRuns activeRuns, ProgramKeeper programs) {
        this.store = ground.store();
        this.activeRuns = activeRuns;
        this.programs = programs;
        this.zone = ground.zone();
    }

    /// Sees to the questions that are open, before it is decided what starts: that may depend on it.
    void lookAfter(boolean paused, FuelConfig config) {
        if (RoutingMemory.isAsked(config)
                && !store.read(session -> session.proposals().open()).isEmpty()) {
            advance(List.of(), 0, paused, config);
        }
    }

    /// Asks about the tasks that wait for nothing but that.
    void ask(Planner.Plan plan, boolean paused, FuelConfig config) {
        List<TaskId> due = plan.decisions().stream()
                .filter(Decision.Ask.class::isInstance)
                .map(decision -> decision.task().id())
                .toList();
        if (!due.isEmpty()) {
            advance(due, Math.max(1, plan.freeSlots(config)), paused, config);
        }
    }

    private void advance(List<TaskId> due, int startable, boolean paused, FuelConfig config) {
        for (int i = 0; i < MOST_STEPS; i++) {
            Done done = store.write(
                    Actor.CONSUMER,
                    session ->
                            step(session, due, startable, paused, programs.standings(session, config), zone, config));
            if (done.started() != null) {
                activeRuns.start(done.started(), config);
            }
            if (!done.goesOn()) {
                return;
            }
        }
    }

    /// @param started a run whose process is to be started
    record Done(@Nullable Run started, boolean goesOn) {
        static final Done NOTHING = new Done(null, false);
    }

    /// The next step, all of it in the database.
    ///
    /// @param programs what is known of the agents' programs
    static Done step(
            Session session,
            List<TaskId> due,
            int startable,
            boolean paused,
            Map<AgentName, ProgramStanding> programs,
            ZoneId zone,
            FuelConfig config) {
        QuestionFacts facts = QuestionFacts.read(session, due, startable, paused, programs, zone, config);
        return switch (QuestionPolicy.next(facts)) {
            case QuestionStep.Rest() -> Done.NOTHING;
            case QuestionStep.Await(List<TaskId> tasks) -> {
                tasks.forEach(task -> session.proposals().await(task, until(session)));
                yield Done.NOTHING;
            }
            case QuestionStep.GiveUp(List<TaskId> tasks, String why) -> {
                tasks.forEach(task -> session.proposals().giveUp(task, why));
                yield new Done(null, true);
            }
            case QuestionStep.Ask(List<TaskId> tasks, RunId unclear) ->
                new Done(ask(session, tasks, unclear, facts.snapshot(), new Router(config, zone), config), false);
        };
    }

    private static Run ask(
            Session session,
            List<TaskId> ids,
            @Nullable RunId unclear,
            Snapshot snapshot,
            Router router,
            FuelConfig config) {
        AgentName primary = Objects.requireNonNull(config.primary());
        AgentConfig settings = Objects.requireNonNull(config.agents().get(primary));
        Run run = session.runs()
                .insert(new NewRun(
                        RunKind.ROUTE,
                        null,
                        null,
                        primary,
                        settings.model(),
                        null,
                        null,
                        null,
                        unclear == null ? 1 : 2,
                        unclear));
        List<Task> tasks = session.tasks().list(ids);
        Snapshot known = snapshot.withTasks(
                tasks,
                snapshot.health(),
                snapshot.programs(),
                SnapshotReader.failures(session, tasks),
                RoutingMemory.NOTHING);
        for (Task task : tasks) {
            Set<AgentName> offered = new HashSet<>(router.available(task, known));
            session.proposals().await(task.id(), until(session));
            session.proposals().asked(task.id(), run.id(), offered);
        }
        return run;
    }

    private static Instant until(Session session) {
        return session.now().plus(QuestionPolicy.LIMIT);
    }
}
