package dev.fuel.consume;

import static dev.fuel.domain.task.TaskFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.config.AgentConfig;
import dev.fuel.config.Autonomy;
import dev.fuel.config.Budget;
import dev.fuel.config.Defaults;
import dev.fuel.config.FuelConfig;
import dev.fuel.config.PromptDelivery;
import dev.fuel.config.Routing;
import dev.fuel.config.Triage;
import dev.fuel.domain.agent.AgentHealth;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskFixture;
import dev.fuel.domain.task.TaskId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    private static final AgentName FIRST = new AgentName("first");
    private static final AgentName SECOND = new AgentName("second");

    @Test
    void startsTasksInTheirOrderWhileSlotsAreFree() {
        assertThat(started(snapshot(tasks(5), Map.of()), config(3, 9)))
                .containsExactly("f-000001", "f-000002", "f-000003");
    }

    @Test
    void aBusyAgentLeavesItsTasksWaitingAndSaysSo() {
        List<Decision> decisions = decide(snapshot(tasks(2), Map.of()), config(4, 1));
        assertThat(decisions.getFirst()).isInstanceOf(Decision.Start.class);
        assertThat(decisions.getLast())
                .isInstanceOfSatisfying(
                        Decision.Wait.class,
                        wait -> assertThat(wait.reason()).isEqualTo("waits for first: 1 of 1 runs"));
    }

    @Test
    void aRestingAgentIsReplacedByItsFallback() {
        Map<AgentName, AgentHealth> health = Map.of(FIRST, resting(NOON.plusSeconds(60)));
        assertThat(decide(snapshot(tasks(1), health), config(4, 1)).getFirst())
                .isInstanceOfSatisfying(Decision.Start.class, start -> {
                    assertThat(start.route().chosen()).isEqualTo(SECOND);
                    assertThat(start.route().fallbackOf()).isEqualTo(FIRST);
                });
    }

    @Test
    void afterItsRestAnAgentGetsOneRunAtATimeUntilOneSucceeds() {
        Map<AgentName, AgentHealth> health = Map.of(FIRST, resting(NOON));
        assertThat(started(snapshot(tasks(3), health), config(4, 4))).containsExactly("f-000001");
    }

    @Test
    void anAgentThatUsedUpItsAttemptsGivesWayAndTheLastOneMakesTheTaskStuck() {
        Task task = TaskFixture.ready(1);
        var once = Map.of(task.id(), Map.of(FIRST, 3));
        assertThat(decide(withFailures(task, once), config(4, 4)).getFirst())
                .isInstanceOfSatisfying(
                        Decision.Start.class,
                        start -> assertThat(start.route().chosen()).isEqualTo(SECOND));
        var both = Map.of(task.id(), Map.of(FIRST, 3, SECOND, 3));
        assertThat(decide(withFailures(task, both), config(4, 4)).getFirst()).isInstanceOf(Decision.Stick.class);
    }

    @Test
    void aPinnedAgentWins() {
        Task task = TaskFixture.ready(1, Complexity.SIMPLE, SECOND);
        assertThat(decide(snapshot(List.of(task), Map.of()), config(4, 4)).getFirst())
                .isInstanceOfSatisfying(Decision.Start.class, start -> {
                    assertThat(start.route().chosen()).isEqualTo(SECOND);
                    assertThat(start.route().strategy()).isEqualTo("pinned");
                });
    }

    @Test
    void anUnusableProgramSendsTheTaskToTheFallback() {
        var programs = Map.<AgentName, ProgramStanding>of(
                FIRST, new ProgramStanding.Unusable("codex 0.20.0 is too old: no --json; update it", false));
        Decision decision = decide(withPrograms(programs), config(4, 4)).getFirst();
        assertThat(decision).isInstanceOfSatisfying(Decision.Start.class, start -> {
            assertThat(start.route().chosen()).isEqualTo(SECOND);
            assertThat(start.route().candidates().getFirst())
                    .isEqualTo(new Route.Candidate(
                            FIRST, Route.Verdict.STOPPED, "codex 0.20.0 is too old: no --json; update it"));
        });
    }

    @Test
    void aProgramOfWhichNothingIsKnownIsLookedAtBeforeAnythingStarts() {
        var programs = Map.<AgentName, ProgramStanding>of(FIRST, new ProgramStanding.Unknown());
        assertThat(decide(withPrograms(programs), config(4, 4)).getFirst())
                .isInstanceOfSatisfying(
                        Decision.Look.class, look -> assertThat(look.agent()).isEqualTo(FIRST));
    }

    private static Snapshot withPrograms(Map<AgentName, ProgramStanding> programs) {
        return new Snapshot(
                NOON,
                false,
                false,
                Set.of(),
                tasks(1),
                List.of(),
                0,
                Map.of(),
                programs,
                Map.of(),
                RoutingMemory.NOTHING,
                List.of());
    }

    @Test
    void whilePausedOnlyWhatAPersonAskedForStarts() {
        Snapshot paused = new Snapshot(
                NOON,
                true,
                false,
                Set.of(new TaskId("f-000002")),
                tasks(3),
                List.of(),
                0,
                Map.of(),
                Map.of(),
                Map.of(),
                RoutingMemory.NOTHING,
                List.of());
        assertThat(started(paused, config(4, 4))).containsExactly("f-000002");
    }

    @Test
    void tooMuchWaitingForReviewStopsNewWork() {
        Snapshot full = new Snapshot(
                NOON,
                false,
                false,
                Set.of(),
                tasks(1),
                List.of(),
                5,
                Map.of(),
                Map.of(),
                Map.of(),
                RoutingMemory.NOTHING,
                List.of());
        assertThat(decide(full, config(4, 4)).getFirst())
                .isInstanceOfSatisfying(
                        Decision.Wait.class, wait -> assertThat(wait.reason()).isEqualTo("5 tasks wait for review"));
    }

    @Property(tries = 200)
    void neverStartsMoreThanAnyLimitAllows(
            @ForAll @IntRange(max = 20) int ready,
            @ForAll @IntRange(min = 1, max = 6) int slots,
            @ForAll @IntRange(min = 1, max = 6) int perAgent) {
        List<Decision> decisions = decide(snapshot(tasks(ready), Map.of()), config(slots, perAgent));
        long starts =
                decisions.stream().filter(Decision.Start.class::isInstance).count();
        assertThat(starts).isEqualTo(Math.min(ready, Math.min(slots, perAgent)));
        assertThat(decisions).hasSize(ready);
    }

    private static AgentHealth resting(Instant until) {
        return new AgentHealth(FIRST, null, NOON, 1, until, "network", null, 1, 0, false);
    }

    private static List<Task> tasks(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(TaskFixture::ready).toList();
    }

    private static Snapshot snapshot(List<Task> ready, Map<AgentName, AgentHealth> health) {
        return new Snapshot(
                NOON,
                false,
                false,
                Set.of(),
                ready,
                List.of(),
                0,
                health,
                Map.of(),
                Map.of(),
                RoutingMemory.NOTHING,
                List.of());
    }

    private static Snapshot withFailures(Task task, Map<TaskId, Map<AgentName, Integer>> failures) {
        return new Snapshot(
                NOON,
                false,
                false,
                Set.of(),
                List.of(task),
                List.of(),
                0,
                Map.of(),
                Map.of(),
                failures,
                RoutingMemory.NOTHING,
                List.of());
    }

    private static List<Decision> decide(Snapshot snapshot, FuelConfig config) {
        return new Scheduler(config, new Router(config, ZoneOffset.UTC)).decide(snapshot);
    }

    private static List<String> started(Snapshot snapshot, FuelConfig config) {
        return decide(snapshot, config).stream()
                .filter(Decision.Start.class::isInstance)
                .map(decision -> decision.task().id().value())
                .toList();
    }

    private static FuelConfig config(int slots, int perAgent) {
        TreeMap<AgentName, AgentConfig> agents = new TreeMap<>();
        agents.put(FIRST, agent(FIRST, perAgent, List.of(SECOND)));
        agents.put(SECOND, agent(SECOND, perAgent, List.of()));
        return new FuelConfig(
                FIRST,
                Routing.COMPLEXITY,
                Map.of(),
                slots,
                Defaults.LIMITS,
                Budget.UNLIMITED,
                Triage.ASK,
                null,
                Defaults.WORKSPACE,
                Defaults.NOTIFY,
                Defaults.UI,
                agents);
    }

    private static AgentConfig agent(AgentName name, int perAgent, List<AgentName> fallback) {
        return new AgentConfig(
                name,
                "command",
                null,
                null,
                List.of("true"),
                PromptDelivery.STDIN,
                List.of(),
                Map.of(),
                perAgent,
                3,
                fallback,
                Autonomy.FULL,
                "");
    }
}
