package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.Consumption;
import dev.fuel.agents.Outcome;
import dev.fuel.config.ConfigReader;
import dev.fuel.config.FuelConfig;
import dev.fuel.config.Routing;
import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.task.TaskType;
import dev.fuel.git.WorkState;
import dev.fuel.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/// Whatever runs come to, in whatever order, a task ends or waits for a person, within a bound. The scheduler, the
/// router, the claims, the settlements and the gate are the real ones on a real database; what runs and git come to is
/// only said.
class EveryTaskComesToAnEndProperties {
    /// Far more than the attempts and rounds that a task has.
    private static final int MOST_TURNS = 300;

    private static final FuelConfig CONFIG =
            ConfigReader.read("""
                    primary: first
                    limits: {max_review_rounds: 2, max_load: 1000}
                    review: {agent: second, tests: {command: make test}}
                    agents:
                      first: {driver: command, command: ["true"], max_attempts: 2, fallback: [second]}
                      second: {driver: command, command: ["true"], max_attempts: 2}
                    """, "config").require().config();

    /// The primary says who does what, and what becomes of a task at the end of its attempts.
    private static final FuelConfig BY_PRIMARY =
            ConfigReader.read("""
                    primary: second
                    routing: primary
                    complexity: {simple: first}
                    triage: auto
                    limits: {max_review_rounds: 2, max_load: 1000}
                    review: {agent: second, tests: {command: make test}}
                    agents:
                      first: {driver: command, command: ["true"], max_attempts: 2, fallback: [second]}
                      second: {driver: command, command: ["true"], max_attempts: 2}
                      third: {driver: command, command: ["true"], max_attempts: 2}
                    """, "config").require().config();

    private static FuelConfig config = CONFIG;
    private static Path folder = Path.of("");
    private static Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private static @Nullable Store opened;

    /// What a run may come to.
    private enum Fate {
        COMMITTED,
        LEFT_DIRT,
        DID_NOTHING,
        CRASHED,
        CRASHED_AFTER_DONE,
        NO_NETWORK,
        LIMITED,
        LIMITED_FOR_LONG,
        LOGGED_OUT,
        REFUSED_A_TOOL,
        LOST,
        SESSION_LOST,
        TIMED_OUT,
        STOPPED_BY_A_PERSON,
        STOPPED_ON_LEAVING
    }

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("fuel-ends");
        InstantSource clock = () -> now;
        opened = Store.open(folder.resolve("agent.db"), clock, new Random(1));
    }

    @AfterContainer
    static void close() throws IOException {
        store().close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 25)
    void everyTaskComesToAnEndOrToAPerson(@ForAll long seed) {
        var random = new Random(seed);
        config = random.nextBoolean() ? CONFIG : BY_PRIMARY;
        store().change(Actor.HUMAN, session -> {
            session.health().all().keySet().forEach(session.health()::reset);
            session.inbox().open().forEach(item -> session.inbox().action(item.id(), "earlier"));
        });
        // Some fates only now and then, so that long histories come up too.
        List<Fate> fates = List.of(Fate.values()).stream()
                .filter(_ -> random.nextInt(3) > 0)
                .toList();
        TaskId task = add(List.of(TaskType.values()).get(random.nextInt(TaskType.values().length)));
        int turns = 0;
        while (!isOver(task) && turns < MOST_TURNS) {
            turns++;
            turn(task, fates.isEmpty() ? List.of(Fate.CRASHED) : fates, random);
        }
        Task ended = store().read(session -> session.tasks().get(task));
        boolean charges = fates.stream().anyMatch(fate -> !isUncharged(fate));
        if (charges || fates.isEmpty()) {
            assertThat(isOver(task))
                    .as("%s after %d turns of %s", ended, turns, fates)
                    .isTrue();
        }
        if (!ended.status().isEnded()) {
            List<InboxItem> items = openItems();
            if (isOver(task) && !ended.heldBy().equals(Set.of(Hold.PERSON))) {
                assertThat(items).as("what tells a person of %s", ended).isNotEmpty();
            }
            assertThat(items).extracting(InboxItem::cause).doesNotHaveDuplicates();
        }
        store().change(Actor.HUMAN, session -> {
            if (!session.tasks().get(task).status().isEnded()) {
                session.tasks().move(task, Move.CANCEL, "the next one");
            }
        });
    }

    /// What is nobody's fault may come up again and again; each time it costs a rest or a restart of Fuel.
    private static boolean isUncharged(Fate fate) {
        return switch (fate) {
            case LIMITED, LIMITED_FOR_LONG, LOST, SESSION_LOST, STOPPED_ON_LEAVING -> true;
            case COMMITTED,
                    LEFT_DIRT,
                    DID_NOTHING,
                    CRASHED,
                    CRASHED_AFTER_DONE,
                    NO_NETWORK,
                    LOGGED_OUT,
                    REFUSED_A_TOOL,
                    TIMED_OUT,
                    STOPPED_BY_A_PERSON -> false;
        };
    }

    /// Ended, held, or all its agents wait for a person.
    private static boolean isOver(TaskId id) {
        return store().read(session -> {
            Task task = session.tasks().get(id);
            var failures = session.runTotals().chargedFailures(Set.of(id)).getOrDefault(id, Map.of());
            var list = Router.order(config, config.agentFor(task.complexity()).orElseThrow(), null);
            boolean agentsWait = !session.health().all().isEmpty()
                    && list.stream()
                            .allMatch(agent -> session.health().of(agent).stoppedReason() != null
                                    || failures.getOrDefault(agent, 0) >= 2)
                    && list.stream()
                            .anyMatch(agent -> session.health().of(agent).stoppedReason() != null);
            return task.status().isEnded()
                    || !task.heldBy().isEmpty()
                    || (agentsWait && task.status().isClaimable())
                    || (task.status() == TaskStatus.REVIEW
                            && session.health().of(new AgentName("second")).stoppedReason() != null);
        });
    }

    private static void turn(TaskId id, List<Fate> fates, Random random) {
        Task task = store().read(session -> session.tasks().get(id));
        if (task.status() == TaskStatus.REVIEW) {
            now = now.plus(new GateFates(store(), config, now, random).turn(id, fates.contains(Fate.LOST)));
            return;
        }
        if (config.routing() == Routing.PRIMARY) {
            new QuestionFates(store(), config, random).lookAfter(List.of());
        }
        Snapshot snapshot = store().read(
                        session -> SnapshotReader.read(session, config, false, Set.of(), 0, 10, 10, _ -> Map.of()));
        List<Decision> decisions = new Scheduler(config, new Router(config, ZoneOffset.UTC)).decide(snapshot);
        boolean onlyTimeMissing = decisions.stream().allMatch(Decision.Wait.class::isInstance);
        now = now.plus(onlyTimeMissing ? Duration.ofHours(30) : Duration.ofMinutes(10));
        for (Decision decision : decisions) {
            switch (decision) {
                case Decision.Start start -> end(start, fates.get(random.nextInt(fates.size())), random);
                case Decision.Stick stick ->
                    new QuestionFates(store(), config, random)
                            .stick(stick.task().id());
                case Decision.Ask ask ->
                    new QuestionFates(store(), config, random)
                            .lookAfter(List.of(ask.task().id()));
                case Decision.Look _ -> throw new IllegalStateException("no program is looked at here");
                case Decision.Wait _ -> {}
            }
        }
    }

    private static void end(Decision.Start start, Fate fate, Random random) {
        Run run = Claims.claim(store(), start, "main", config).orElseThrow().run();
        var settlement = new Settlement(new AgentHealthTracker(store(), random));
        store().change(Actor.CONSUMER, session -> {
            StopReason stop = stop(fate);
            if (stop != null) {
                session.progress().markStopping(run.id(), stop);
            }
            if (fate == Fate.CRASHED_AFTER_DONE) {
                session.progress().claimDone(run.token(), "done");
            }
            settlement.settle(session, session.runs().get(run.id()), evidence(fate), config);
        });
    }

    private static @Nullable StopReason stop(Fate fate) {
        return switch (fate) {
            case STOPPED_BY_A_PERSON -> StopReason.PERSON;
            case STOPPED_ON_LEAVING -> StopReason.SHUTDOWN;
            case TIMED_OUT -> StopReason.TIMEOUT;
            default -> null;
        };
    }

    private static Evidence evidence(Fate fate) {
        return switch (fate) {
            case COMMITTED -> evidence(null, null, true, List.of());
            case LEFT_DIRT -> evidence(null, null, true, List.of("left.txt"));
            case DID_NOTHING -> evidence(null, null, false, List.of());
            case CRASHED, CRASHED_AFTER_DONE, STOPPED_BY_A_PERSON, STOPPED_ON_LEAVING ->
                evidence(FailureType.CRASH, null, fate == Fate.CRASHED_AFTER_DONE, List.of());
            case NO_NETWORK -> evidence(FailureType.NETWORK, null, false, List.of());
            case LIMITED -> evidence(FailureType.RATE_LIMIT, now.plusSeconds(60), false, List.of("half.txt"));
            case LIMITED_FOR_LONG -> evidence(FailureType.RATE_LIMIT, now.plusSeconds(90_000), false, List.of());
            case LOGGED_OUT -> evidence(FailureType.AUTH, null, false, List.of());
            case REFUSED_A_TOOL -> evidence(FailureType.PERMISSION, null, false, List.of());
            case LOST -> Evidence.none(FailureType.LOST, "gone");
            case SESSION_LOST -> new Evidence(outcome(FailureType.CRASH, null, true), work(false, List.of()));
            case TIMED_OUT -> evidence(FailureType.TIMEOUT, null, false, List.of());
        };
    }

    private static Evidence evidence(
            @Nullable FailureType failure, @Nullable Instant resets, boolean committed, List<String> dirty) {
        return new Evidence(outcome(failure, resets, false), work(committed, dirty));
    }

    private static Outcome outcome(@Nullable FailureType failure, @Nullable Instant resets, boolean sessionLost) {
        List<AgentEvent.ToolDenied> denied = List.of();
        return new Outcome(
                failure == null ? RunStatus.COMPLETED : RunStatus.FAILED,
                failure == null ? 0 : 1,
                failure,
                "words",
                new Consumption(sessionLost ? null : "session", null, Usage.UNKNOWN, Usage.UNKNOWN),
                "words",
                resets,
                denied,
                sessionLost,
                failure == null,
                0,
                0);
    }

    private static WorkState work(boolean committed, List<String> dirty) {
        List<WorkState.Commit> commits = committed ? List.of(new WorkState.Commit("abc", "Work")) : List.of();
        return new WorkState("abc", "fuel/task", commits, dirty, List.of(), "", 0, 0);
    }

    private static TaskId add(TaskType type) {
        NewTask task = new NewTask(
                "Any",
                "",
                type,
                new Priority(2),
                Complexity.SIMPLE,
                Collections.emptySortedSet(),
                List.of(),
                null,
                null,
                null);
        return store().write(Actor.HUMAN, session -> session.tasks().add(task)).id();
    }

    private static List<InboxItem> openItems() {
        return store().read(session -> session.inbox().open());
    }

    private static Store store() {
        return Objects.requireNonNull(opened);
    }
}
