package dev.fuel.consume;

import static dev.fuel.domain.task.TaskFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.config.ConfigReader;
import dev.fuel.config.FuelConfig;
import dev.fuel.consume.Route.Verdict;
import dev.fuel.domain.agent.AgentHealth;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.PassHistory;
import dev.fuel.domain.agent.PassHistory.Cell;
import dev.fuel.domain.agent.RoutingProposal;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskFixture;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskType;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/// Whatever the agents' state, history and the primary's word are, only who may and can work gets a task.
class RoutingStrategiesProperties {
    private static final List<AgentName> AGENTS = List.of("first", "second", "third", "outside").stream()
            .map(AgentName::new)
            .toList();
    private static final Set<AgentName> ALLOWED = Set.copyOf(AGENTS.subList(0, 3));
    private static final AgentName FIRST = AGENTS.getFirst();
    private static final AgentName OUTSIDE = AGENTS.getLast();

    @Property(tries = 300)
    void learnedNeverPicksWhoIsNotAllowedOrNotAvailable(@ForAll long seed) {
        var random = new Random(seed);
        Task task = TaskFixture.ready(1 + random.nextInt(1000));
        Snapshot snapshot = snapshot(task, new RoutingMemory(Map.of(), null, history(random)), random);
        Route route = route("learned", task, snapshot);
        if (route.chosen() != null) {
            assertThat(ALLOWED).contains(route.chosen());
            assertThat(verdict(task, snapshot, route.chosen())).isEqualTo(Verdict.FREE);
        }
        boolean anybody = ALLOWED.stream().anyMatch(agent -> verdict(task, snapshot, agent) == Verdict.FREE);
        assertThat(route.agent().isPresent()).isEqualTo(anybody);
        assertThat(route("learned", task, snapshot)).isEqualTo(route);
    }

    @Property(tries = 300)
    void aTaskOfThePrimaryGoesToWhoCanWorkOrWaitsForAnAnswerThatComes(@ForAll long seed) {
        var random = new Random(seed);
        Task task = TaskFixture.ready(1);
        @Nullable RoutingProposal proposal = proposal(task.id(), random);
        Map<TaskId, RoutingProposal> proposals = proposal == null ? Map.of() : Map.of(task.id(), proposal);
        Snapshot snapshot = snapshot(task, new RoutingMemory(proposals, null, PassHistory.NONE), random);
        Route route = route("primary", task, snapshot);
        if (route.chosen() != null) {
            assertThat(verdict(task, snapshot, route.chosen())).isEqualTo(Verdict.FREE);
        }
        switch (route.question()) {
            case DUE -> {
                assertThat(proposal).isNull();
                assertThat(verdict(task, snapshot, FIRST)).isIn(Verdict.FREE, Verdict.USED_UP);
            }
            case ASKED -> assertThat(proposal).matches(asked -> asked.isAwaited(NOON));
            case NONE -> assertThat(route.reasoning()).isNotBlank();
        }
    }

    @Example
    void whatWasLearnedIsToldWithItsFigures() {
        PassHistory history = PassHistory.NONE;
        Task task = TaskFixture.ready(1);
        for (int i = 0; i < 30; i++) {
            history = history.with(new Cell(FIRST, task.complexity(), task.type()), i % 3 == 0, 0.09)
                    .with(new Cell(AGENTS.get(1), task.complexity(), task.type()), true, 0.12);
        }
        Snapshot snapshot = snapshot(task, new RoutingMemory(Map.of(), null, history), Map.of(), Map.of());
        Route route = route("learned", task, snapshot);
        assertThat(route.chosen()).isEqualTo(AGENTS.get(1));
        assertThat(route.strategy()).isEqualTo("learned");
        assertThat(route.reasoning())
                .isEqualTo("passes at the first review: second 1.00 ± 0.01 at $0.12, third 0.50 ± 0.17,"
                        + " first 0.33 ± 0.08 at $0.09");
        assertThat(route.everybody())
                .extracting(Route.Candidate::reason)
                .containsExactly("free; 1.00 ± 0.01 at $0.12", "free; 0.33 ± 0.08 at $0.09", "free; 0.50 ± 0.17");
    }

    @Example
    void withOneAllowedAgentThereIsNothingToLearn() {
        FuelConfig config = config("learned", "");
        Task task = TaskFixture.ready(1);
        Snapshot snapshot = snapshot(task, RoutingMemory.NOTHING, Map.of(), Map.of());
        Route route = new Router(config, ZoneOffset.UTC).route(task, snapshot, Map.of());
        assertThat(route.strategy()).isEqualTo("complexity");
    }

    @Example
    void atTheEndOfAnAgentsListTheTaskIsStuckWhomeverThePrimaryWouldName() {
        Task task = TaskFixture.ready(1);
        Map<AgentName, Integer> failures = new HashMap<>();
        ALLOWED.forEach(agent -> failures.put(agent, 3));
        Snapshot snapshot = snapshot(task, RoutingMemory.NOTHING, Map.of(), Map.of(task.id(), failures));
        assertThat(route("primary", task, snapshot).isExhausted()).isTrue();
        assertThat(verdict(task, snapshot, OUTSIDE)).isEqualTo(Verdict.FREE);
    }

    private static Route route(String routing, Task task, Snapshot snapshot) {
        return new Router(config(routing), ZoneOffset.UTC).route(task, snapshot, Map.of());
    }

    private static Verdict verdict(Task task, Snapshot snapshot, AgentName agent) {
        return new Router(config("complexity"), ZoneOffset.UTC)
                .survey(pinned(task, agent), snapshot, Map.of())
                .getFirst()
                .verdict();
    }

    private static Task pinned(Task task, AgentName agent) {
        return TaskFixture.ready((int) task.seq(), task.complexity(), agent);
    }

    private static FuelConfig config(String routing) {
        return config(routing, "second, third");
    }

    private static FuelConfig config(String routing, String fallback) {
        return ConfigReader.read("""
                primary: first
                routing: %s
                agents:
                  first: {driver: command, command: ["true"], fallback: [%s]}
                  second: {driver: command, command: ["true"]}
                  third: {driver: command, command: ["true"]}
                  outside: {driver: command, command: ["true"]}
                """.formatted(routing, fallback), "config")
                .require()
                .config();
    }

    private static Snapshot snapshot(Task task, RoutingMemory memory, Random random) {
        Map<AgentName, AgentHealth> health = new HashMap<>();
        Map<AgentName, Integer> failures = new HashMap<>();
        for (AgentName agent : AGENTS) {
            switch (random.nextInt(5)) {
                case 0 -> health.put(agent, AgentHealth.unknown(agent).withPaused(true));
                case 1 ->
                    health.put(
                            agent,
                            new AgentHealth(agent, null, NOON, 1, NOON.plusSeconds(60), "network", null, 1, 0, false));
                case 2 -> failures.put(agent, 1 + random.nextInt(3));
                default -> {}
            }
        }
        return snapshot(task, memory, health, failures.isEmpty() ? Map.of() : Map.of(task.id(), failures));
    }

    private static Snapshot snapshot(
            Task task,
            RoutingMemory memory,
            Map<AgentName, AgentHealth> health,
            Map<TaskId, Map<AgentName, Integer>> failures) {
        return new Snapshot(
                NOON,
                false,
                false,
                Set.of(),
                List.of(task),
                List.of(),
                0,
                health,
                Map.of(),
                failures,
                memory,
                List.of());
    }

    private static <T> T any(Random random, T[] all) {
        return List.of(all).get(random.nextInt(all.length));
    }

    private static PassHistory history(Random random) {
        PassHistory history = PassHistory.NONE;
        for (int i = random.nextInt(60); i > 0; i--) {
            Cell cell = new Cell(
                    AGENTS.get(random.nextInt(AGENTS.size())),
                    any(random, Complexity.values()),
                    any(random, TaskType.values()));
            history = history.with(cell, random.nextBoolean(), random.nextBoolean() ? random.nextDouble() : null);
        }
        return history;
    }

    private static @Nullable RoutingProposal proposal(TaskId task, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> new RoutingProposal(task, null, Set.of(), NOON.plusSeconds(20), null, null);
            case 2 -> new RoutingProposal(task, null, Set.of(), NOON.minusSeconds(20), null, null);
            case 3 -> new RoutingProposal(task, null, Set.of(), NOON, null, "it failed");
            default ->
                new RoutingProposal(
                        task,
                        null,
                        Set.of(),
                        NOON,
                        random.nextInt(4) == 0 ? new AgentName("gone") : AGENTS.get(random.nextInt(4)),
                        "it is good");
        };
    }
}
