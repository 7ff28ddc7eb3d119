package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.task.Waiting;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import dev.fuel.store.TaskFilter;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a consumer would do now, by the same decisions, without doing it. Only reads; may be asked beside a running
/// consumer, which sees a pause of its own and the end of runs that this does not.
public final class Forecast {
    private static final int MOST_READY = 8_192;

    private final Store store;
    private final FuelConfig config;
    private final ZoneId zone;
    private final ProgramKnowledge programs;

    public Forecast(Store store, FuelConfig config, ZoneId zone, ProgramKnowledge programs) {
        this.store = store;
        this.config = config;
        this.zone = zone;
        this.programs = programs;
    }

    /// What becomes of one task now.
    ///
    /// @param starts whether a run would start
    /// @param route  which agent, and what every agent that was asked has answered
    /// @param reason why it would not start; where it would, why that agent
    public record Prospect(Task task, boolean starts, Route route, String reason) {
        /// With the answers of those too who need not have been asked.
        private Prospect asking(List<Route.Candidate> everybody) {
            return new Prospect(task, starts, route.among(everybody), reason);
        }
    }

    /// The tasks that are ready, in their order.
    public List<Prospect> ofReadyTasks() {
        return store.read(session -> {
            Snapshot snapshot = snapshot(session);
            return scheduler().decide(snapshot).stream().map(Forecast::prospect).toList();
        });
    }

    /// The tasks that are not ready, with what each waits for.
    public List<IdleReport.Waiting> ofTheRest() {
        return store.read(session -> IdleReports.notReady(session, zone));
    }

    /// One task, whatever state it is in: which agent would get it if it could start now.
    ///
    /// @throws dev.fuel.domain.Refusal if there is no such task
    public Prospect of(TaskId id) {
        return store.read(session -> {
            Task task = session.tasks().get(id);
            Snapshot snapshot = snapshot(session);
            List<Task> only = List.of(task);
            Snapshot alone = snapshot.withTasks(
                    only,
                    session.health().all(),
                    known(session),
                    SnapshotReader.failures(session, only),
                    RoutingMemory.read(session, config, only));
            Router router = new Router(config, zone);
            List<Route.Candidate> everybody = router.survey(task, alone, Scheduler.running(alone));
            for (Decision decision : scheduler().decide(snapshot)) {
                if (decision.task().id().equals(id)) {
                    return prospect(decision).asking(everybody);
                }
            }
            Route route = router.route(task, alone, Scheduler.running(alone));
            return new Prospect(task, false, route, waits(session, task)).asking(everybody);
        });
    }

    private String waits(Session session, Task task) {
        return session.queue().waiting(List.of(task)).getOrDefault(task.id(), List.<Waiting>of()).stream()
                .map(reason -> reason.sentence(session.now(), zone))
                .collect(Collectors.joining("; "));
    }

    private Scheduler scheduler() {
        return new Scheduler(config, new Router(config, zone));
    }

    private Snapshot snapshot(Session session) {
        int inReview = (int) session.tasks().list(TaskFilter.ALL.withStatuses(Set.of(TaskStatus.REVIEW))).stream()
                .filter(task -> task.heldBy().isEmpty())
                .count();
        return SnapshotReader.read(
                session,
                config,
                session.state().isPaused(),
                Set.of(),
                inReview,
                Integer.MAX_VALUE,
                MOST_READY,
                this::known);
    }

    /// A program that was never asked is taken for fit: nothing is started here.
    private Map<AgentName, ProgramStanding> known(Session session) {
        Map<AgentName, ProgramStanding> known = new HashMap<>(programs.standings(session, config));
        known.replaceAll(
                (_, standing) -> standing instanceof ProgramStanding.Unknown ? new ProgramStanding.Fit() : standing);
        return known;
    }

    private static Prospect prospect(Decision decision) {
        return switch (decision) {
            case Decision.Start(Task task, Route route) -> new Prospect(task, true, route, route.reasoning());
            case Decision.Wait(Task task, Route route, String reason) -> new Prospect(task, false, route, reason);
            case Decision.Look(Task task, Route route, AgentName agent) ->
                new Prospect(task, false, route, "the program of %s is looked at".formatted(agent));
            case Decision.Ask(Task task, Route route) -> new Prospect(task, false, route, route.reasoning());
            case Decision.Stick(Task task, Route route) ->
                new Prospect(task, false, route, "every agent has used up its attempts");
        };
    }
}
