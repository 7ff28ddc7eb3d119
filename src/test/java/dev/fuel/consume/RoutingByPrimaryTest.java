package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.RoutingDecision;
import dev.fuel.domain.agent.RoutingProposal;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.store.RunFilter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The primary says who does what, and whatever it does instead keeps no task from starting.
class RoutingByPrimaryTest {
    private static final AgentName BOSS = new AgentName("boss");
    private static final AgentName MAPPED = new AgentName("mapped");
    private static final AgentName OTHER = new AgentName("other");

    @TempDir
    Path folder;

    private ScriptedAgents agents;
    private volatile Duration ahead = Duration.ZERO;

    @BeforeEach
    void scriptTheWork() {
        agents = new ScriptedAgents(folder);
        for (AgentName agent : List.of(BOSS, MAPPED, OTHER)) {
            agents.when(agent.value(), "work", "commit $FUEL_TASK_ID.txt done");
        }
    }

    @Test
    void oneQuestionForSeveralTasksAndEachGoesToTheAgentThatItNames() {
        agents.when("boss", "route", "echo mine >README; " + ScriptedAgents.names("other", "it knows the code"));
        try (var workshop = workshop(1)) {
            List<TaskId> tasks = List.of(workshop.add("One"), workshop.add("Two"), workshop.add("Three"));
            workshop.untilIdle();
            assertThat(agents.times("boss", "route")).isEqualTo(1);
            assertThat(agents.prompt("boss", "route", 1))
                    .contains("- other: good at everything; 0 of 4 runs taken")
                    .contains("### %s: One".formatted(tasks.getFirst()), "Type feature, complexity simple.");
            for (TaskId task : tasks) {
                assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
                assertThat(workshop.runs(task)).extracting(Run::agent).containsOnly(OTHER);
                RoutingDecision decision = decision(workshop, task);
                assertThat(decision.strategy()).isEqualTo("primary");
                assertThat(decision.reasoning()).isEqualTo("boss says: it knows the code");
                assertThat(decision.candidates())
                        .extracting(RoutingDecision.Candidate::agent)
                        .containsExactlyInAnyOrder(BOSS, MAPPED, OTHER);
            }
            assertThat(open(workshop)).isEmpty();
            workshop.requireNoTrace("main");
        }
    }

    @Test
    void anAnswerThatCannotBeReadIsAskedForOnceMore() {
        agents.when("boss", "route", "echo 'other, I think'", ScriptedAgents.names("other", "as I said"));
        try (var workshop = workshop(2)) {
            TaskId task = workshop.add("One");
            workshop.untilIdle();
            assertThat(agents.times("boss", "route")).isEqualTo(2);
            assertThat(agents.prompt("boss", "route", 2)).contains("Your last answer could not be used");
            assertThat(decision(workshop, task).chosen()).isEqualTo(OTHER);
            assertThat(questions(workshop))
                    .extracting(Run::status)
                    .containsExactly(RunStatus.COMPLETED, RunStatus.FAILED);
        }
    }

    static Stream<Arguments> misbehaviours() {
        return Stream.of(
                Arguments.of("echo 'no idea {'", "boss has not answered in a form that can be read"),
                Arguments.of(":", "boss has not answered in a form that can be read"),
                Arguments.of(
                        ScriptedAgents.names("nobody", "why not"), "boss has not answered in a form that can be read"),
                Arguments.of("echo oops >&2; exit 3", "boss has failed to answer"),
                Arguments.of("kill -9 $$", "boss has failed to answer"));
    }

    @ParameterizedTest
    @MethodSource("misbehaviours")
    void whateverThePrimaryDoesInsteadEveryTaskStartsByTheMapWithTheReason(String script, String reason) {
        agents.when("boss", "route", script);
        try (var workshop = workshop(1)) {
            TaskId first = workshop.add("One");
            TaskId second = workshop.add("Two");
            workshop.untilIdle();
            assertThat(workshop.task(first).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.task(second).status()).isEqualTo(TaskStatus.CLOSED);
            RoutingDecision decision = decision(workshop, second);
            assertThat(decision.strategy()).isEqualTo("complexity");
            assertThat(decision.chosen()).isEqualTo(MAPPED);
            assertThat(decision.reasoning())
                    .startsWith("simple tasks go to mapped: ")
                    .contains(reason);
            assertThat(agents.times("boss", "route")).isBetween(1, 2);
            assertThat(workshop.health().values())
                    .allSatisfy(health -> assertThat(health.backoffUntil()).isNull());
            assertThat(workshop.inbox()).isEmpty();
            workshop.requireNoTrace("main");
        }
    }

    @Test
    void anAnswerAboutOneOfTwoTasksLeavesTheOtherToTheMap() {
        agents.when("boss", "route", ScriptedAgents.names("other", "why not").replace("paste -s -d ,", "head -1"));
        try (var workshop = workshop(1)) {
            List<TaskId> tasks = List.of(workshop.add("One"), workshop.add("Two"));
            workshop.untilIdle();
            assertThat(tasks)
                    .extracting(task -> decision(workshop, task).reasoning())
                    .containsExactlyInAnyOrder(
                            "boss says: why not", "simple tasks go to mapped: boss has said nothing about it");
            assertThat(agents.times("boss", "route")).isEqualTo(1);
        }
    }

    @Test
    void aLateAnswerIsNotWaitedForAndKeepsNobodyElseFromStarting() {
        Path gate = folder.resolve("gate");
        agents.when("boss", "route", "cat %s".formatted(gate), ScriptedAgents.names("other", "at last"));
        try (var workshop = workshop(1)) {
            workshop.gate();
            TaskId task = workshop.add("One");
            workshop.consume();
            workshop.until(
                    "the question is at work",
                    session -> session.runs().running().stream()
                            .anyMatch(run -> run.kind() == RunKind.ROUTE && run.process() != null));
            TaskId pinned = workshop.add("Pinned");
            workshop.store.change(
                    Actor.HUMAN,
                    session -> session.tasks().change(pinned).agent(BOSS).done());
            workshop.untilStatus(pinned, TaskStatus.CLOSED);
            TaskId later = workshop.add("Later");
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.OPEN);

            ahead = QuestionPolicy.LIMIT.plusSeconds(1);
            workshop.consumer().wake();
            workshop.untilStatus(task, TaskStatus.CLOSED);
            workshop.untilStatus(later, TaskStatus.CLOSED);
            workshop.until(
                    "nothing is at work", session -> session.runs().running().isEmpty());
            workshop.leave(false);
            assertThat(decision(workshop, task).reasoning())
                    .isEqualTo("simple tasks go to mapped: boss has not answered in time");
            assertThat(decision(workshop, later).reasoning()).isEqualTo("boss says: at last");
            assertThat(questions(workshop).getLast().stopping()).isEqualTo(StopReason.TIMEOUT);
            assertThat(agents.times("boss", "work")).isEqualTo(1);
        }
    }

    @Test
    void aPrimaryThatCannotWorkIsNotAsked() {
        agents.when("boss", "route", ScriptedAgents.names("other", "never said"));
        try (var workshop = workshop(1)) {
            workshop.store.change(
                    Actor.HUMAN,
                    session -> session.health().save(session.health().of(BOSS).withPaused(true)));
            TaskId task = workshop.add("One");
            workshop.untilIdle();
            assertThat(agents.times("boss", "route")).isZero();
            assertThat(decision(workshop, task).reasoning())
                    .startsWith("simple tasks go to mapped: boss cannot be asked: ");
        }
    }

    @Test
    void whatIsKilledSomewhereIsFoundAgainByTheNextConsumer() {
        long seed = new Random().nextLong();
        System.out.println("RoutingByPrimaryTest seed " + seed);
        dyingEvery(6, 1 + new Random(seed).nextInt(6));
    }

    @Test
    @Tag("soak")
    void whatIsKilledAnywhereIsFoundAgainByTheNextConsumer() {
        dyingEvery(1, 1);
    }

    /// Tasks one after the other, each with a consumer that dies so many commits later than that of the one before.
    private void dyingEvery(int step, int first) {
        agents.when("boss", "route", ScriptedAgents.names("other", "it knows the code"));
        try (var workshop = workshop(2)) {
            boolean died = true;
            for (int commits = first; died; commits += step) {
                TaskId task = workshop.add("Number " + commits);
                died = workshop.untilIdleDyingAfter(commits);
                workshop.untilIdle();
                assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
                assertThat(open(workshop)).isEmpty();
                assertThat(commits).isLessThan(40);
            }
            workshop.requireNoTrace("main");
        }
    }

    @Test
    void aQuestionThatOutlivesItsConsumerIsAnsweredToTheNext() {
        Path gate = folder.resolve("gate");
        agents.when("boss", "route", "cat %s; %s".formatted(gate, ScriptedAgents.names("other", "it knows the code")));
        try (var workshop = workshop(1)) {
            workshop.gate();
            TaskId task = workshop.add("One");
            workshop.consume();
            workshop.until(
                    "the question is at work",
                    session -> session.runs().running().stream()
                            .anyMatch(run -> run.kind() == RunKind.ROUTE && run.process() != null));
            workshop.leave(false);
            workshop.consume();
            Workshop.open(gate);
            workshop.untilStatus(task, TaskStatus.CLOSED);
            assertThat(decision(workshop, task).reasoning()).isEqualTo("boss says: it knows the code");
            assertThat(agents.times("boss", "route")).isEqualTo(1);
        }
    }

    private static RoutingDecision decision(Workshop workshop, TaskId task) {
        return workshop.store.read(session -> session.routing().of(task)).getFirst();
    }

    private static List<RoutingProposal> open(Workshop workshop) {
        return workshop.store.read(session -> session.proposals().open());
    }

    /// Latest first.
    private static List<Run> questions(Workshop workshop) {
        return workshop.store.read(session -> session.runs().list(new RunFilter(null, null, null, RunKind.ROUTE, 100)));
    }

    private Workshop workshop(int slots) {
        InstantSource clock = () -> Instant.now().plus(ahead);
        return Workshop.withConfig(
                folder,
                """
                primary: boss
                routing: primary
                complexity: {simple: mapped}
                max_concurrent: %d
                limits: {timeout: 10m, stall: 10m, backoff: 20ms, max_load: 1000}
                workspace: {mode: worktree, base: main}
                agents:
                  %s
                  %s
                  %s
                """.formatted(
                        slots,
                        agents.configured("boss"),
                        agents.configured("mapped"),
                        agents.configured("other").replace("prompt:", "description: good at everything, prompt:")),
                clock);
    }
}
