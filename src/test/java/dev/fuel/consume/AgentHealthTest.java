package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.AgentCondition;
import dev.fuel.domain.agent.AgentHealth;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.task.TaskType;
import dev.fuel.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What failures do to an agent, and what that does to the tasks.
class AgentHealthTest {
    private static final AgentName CLAUDE = new AgentName("claude");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration BASE = Duration.ofSeconds(30);

    /// When the recorded limit resets; the tests take place ten minutes before.
    private static final Instant RESET = Instant.ofEpochSecond(1_795_373_710);

    @TempDir
    Path folder;

    @Test
    void theRestDoublesWithEachFailureInARowAndASuccessEndsIt() {
        try (Store store = Store.open(folder.resolve("agent.db"), () -> NOON, new Random(1))) {
            var tracker = new AgentHealthTracker(store, new Random(1));
            List<Instant> rests = store.write(
                    Actor.CONSUMER,
                    session -> IntStream.range(0, 6)
                            .mapToObj(_ ->
                                    tracker.recordFailure(session, CLAUDE, failure(FailureType.NETWORK, null), BASE))
                            .toList());
            assertThat(rests)
                    .containsExactly(
                            NOON.plusSeconds(30),
                            NOON.plusSeconds(60),
                            NOON.plusSeconds(120),
                            NOON.plusSeconds(240),
                            NOON.plusSeconds(480),
                            NOON.plusSeconds(480));
            assertThat(tracker.isAvailable(CLAUDE, NOON.plusSeconds(479))).isFalse();
            assertThat(tracker.isAvailable(CLAUDE, NOON.plusSeconds(480))).isTrue();
            assertThat(tracker.status(CLAUDE).isProbing()).isTrue();

            store.change(Actor.CONSUMER, session -> tracker.recordSuccess(session, CLAUDE, NOON));
            assertThat(tracker.isAvailable(CLAUDE, NOON)).isTrue();
            assertThat(tracker.status(CLAUDE).isProbing()).isFalse();
            assertThat(rest(store, tracker, FailureType.CRASH, null)).isEqualTo(NOON.plusSeconds(30));
        }
    }

    @Test
    void aRunThatWasLostIsNotItsAgentsFault() {
        try (Store store = Store.open(folder.resolve("agent.db"), () -> NOON, new Random(1))) {
            var tracker = new AgentHealthTracker(store, new Random(1));
            rest(store, tracker, FailureType.LOST, null);
            assertThat(tracker.isAvailable(CLAUDE, NOON)).isTrue();
            assertThat(tracker.status(CLAUDE).isProbing()).isFalse();
        }
    }

    @Test
    void aShortRestDoesNotEndALongOne() {
        try (Store store = Store.open(folder.resolve("agent.db"), () -> NOON, new Random(1))) {
            var tracker = new AgentHealthTracker(store, new Random(1));
            Instant reset = NOON.plusSeconds(7200);
            assertThat(rest(store, tracker, FailureType.RATE_LIMIT, reset)).isAfterOrEqualTo(reset);
            rest(store, tracker, FailureType.CRASH, null);
            assertThat(tracker.backoff(CLAUDE)).isAfterOrEqualTo(reset);
            assertThat(tracker.status(CLAUDE).backoffReason()).isEqualTo("rate_limit");
        }
    }

    @Test
    void aPausedAgentStaysPausedWhateverItsRunsDo() {
        try (Store store = Store.open(folder.resolve("agent.db"), () -> NOON, new Random(1))) {
            var tracker = new AgentHealthTracker(store, new Random(1));
            store.change(
                    Actor.HUMAN,
                    session -> session.health().save(AgentHealth.unknown(CLAUDE).withPaused(true)));

            store.change(Actor.CONSUMER, session -> tracker.recordSuccess(session, CLAUDE, NOON));
            rest(store, tracker, FailureType.CRASH, null);
            store.change(Actor.HUMAN, session -> AgentHealthTracker.reset(session, CLAUDE));

            AgentHealth health = tracker.status(CLAUDE);
            assertThat(health.isAvailable(NOON.plusSeconds(86_400))).isFalse();
            assertThat(AgentCondition.of(health, null, NOON).word()).isEqualTo("paused");
            assertThat(health.withPaused(false).isAvailable(NOON)).isTrue();
        }
    }

    @Test
    void afterARestOneRunAtATimeTriesUntilOneSucceeds() {
        String config = Workshop.plainConfig("").replace("max_attempts: 2", "max_attempts: 9");
        try (var workshop = Workshop.withConfig(folder, config)) {
            workshop.store.change(Actor.HUMAN, session -> session.state().pause());
            TaskId failing = workshop.add("First", "fail-times 2", "commit a.txt one");
            TaskId second = workshop.add("Second", "commit b.txt two");
            TaskId third = workshop.add("Third", "commit c.txt three");
            // One failure is known, so the agent is on probation from the start.
            workshop.store.change(
                    Actor.CONSUMER,
                    session -> session.health()
                            .save(new AgentHealth(
                                    new AgentName("fake"), null, NOON, 1, NOON, "crash", null, 1, 0, false)));
            workshop.store.change(Actor.HUMAN, session -> session.state().unpause());
            workshop.untilIdle();
            List<Run> runs = Stream.of(failing, second, third)
                    .flatMap(task -> workshop.runs(task).stream())
                    .sorted(Comparator.comparingLong(Run::seq))
                    .toList();
            Instant firstSuccess = runs.stream()
                    .filter(run -> run.errorType() == null)
                    .map(run -> Objects.requireNonNull(run.completedAt()))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            List<Run> before = runs.stream()
                    .filter(run -> run.startedAt().isBefore(firstSuccess))
                    .toList();
            for (int i = 1; i < before.size(); i++) {
                assertThat(before.get(i).startedAt())
                        .isAfterOrEqualTo(before.get(i - 1).completedAt());
            }
            assertThat(runs).hasSize(5);
            assertThat(workshop.health().get(new AgentName("fake"))).satisfies(health -> {
                assertThat(health.isProbing()).isFalse();
                assertThat(health.totalSuccesses()).isEqualTo(3);
            });
        }
    }

    @Test
    void aUsageLimitParksAgentAndTaskAndChargesNothing() {
        try (var workshop = Workshop.withConfig(folder, claude("usage-limit-oauth"), tenMinutesBeforeTheReset())) {
            TaskId task = workshop.add("Write it");
            IdleReport report =
                    workshop.consume(ConsumerOptions.Mode.UNTIL_IDLE).ended();
            Task parked = workshop.task(task);
            assertThat(parked.status()).isEqualTo(TaskStatus.OPEN);
            assertThat(parked.attempts()).isZero();
            assertThat(parked.heldBy()).isEmpty();
            assertThat(parked.notBefore()).isBetween(RESET, RESET.plusSeconds(15));
            Run run = workshop.runs(task).getFirst();
            assertThat(run.errorType()).isEqualTo(FailureType.RATE_LIMIT);
            assertThat(run.charged()).isFalse();
            assertThat(run.sessionId()).isNotNull();
            assertThat(workshop.health().get(CLAUDE)).satisfies(health -> {
                assertThat(health.backoffUntil()).isEqualTo(parked.notBefore());
                assertThat(health.stoppedReason()).isNull();
            });
            assertThat(workshop.inbox()).isEmpty();
            assertThat(report.waiting())
                    .singleElement()
                    .satisfies(waiting -> assertThat(waiting.until()).isEqualTo(parked.notBefore()));
        }
    }

    @Test
    void whileItIsParkedItsOtherTasksGoToTheFallback() {
        try (var workshop = Workshop.withConfig(folder, claude("usage-limit-oauth"), tenMinutesBeforeTheReset())) {
            TaskId parked = workshop.add("Write it");
            workshop.consume();
            workshop.until(
                    "it is parked", session -> session.tasks().get(parked).notBefore() != null);
            TaskId other = workshop.add("Write another");
            workshop.untilStatus(other, TaskStatus.CLOSED);
            assertThat(workshop.runs(other))
                    .singleElement()
                    .satisfies(run -> assertThat(run.agent()).isEqualTo(new AgentName("other")));
            assertThat(workshop.runs(parked)).hasSize(1);
        }
    }

    @Test
    void aLimitFurtherAwayThanMaxParkSendsTheTaskItselfToTheFallback() {
        String config = claude("usage-limit-oauth").replace("max_load: 1000", "max_load: 1000, max_park: 5m");
        try (var workshop = Workshop.withConfig(folder, config, tenMinutesBeforeTheReset())) {
            TaskId task = workshop.add("Write it");
            workshop.untilIdle();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.runs(task)).extracting(Run::agent).containsExactly(new AgentName("other"), CLAUDE);
            assertThat(workshop.runs(task).getFirst().resumedFrom()).isNull();
        }
    }

    @Test
    void aLostLoginStopsTheAgentWithOneItemAndTheFallbackTakesItsTasks() {
        try (var workshop = Workshop.withConfig(folder, claude("auth-oauth"), InstantSource.system())) {
            TaskId one = workshop.add("One", TaskType.DOCS);
            TaskId other = workshop.add("Other", TaskType.DOCS);
            workshop.untilIdle();
            assertThat(workshop.task(one).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.task(other).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.task(one).attempts()).isZero();
            assertThat(workshop.health().get(CLAUDE))
                    .satisfies(health -> assertThat(health.stoppedReason()).isNotNull());
            assertThat(workshop.inbox())
                    .singleElement()
                    .satisfies(item -> assertThat(item.type()).isEqualTo(InboxType.AUTH));
        }
    }

    @Test
    void aSessionThatIsLostIsNotChargedAndAFreshOneGoesOn() {
        String config = claude("say")
                .replace("{FAKE_AGENT: \"replay claude/say.stdout.jsonl\", FAKE_EXIT: \"1\"}", "{}")
                .replace(", fallback: [other]", "");
        try (var workshop = Workshop.withConfig(folder, config, InstantSource.system())) {
            String lost = "print {\"type\":\"result\",\"subtype\":\"error_during_execution\",\"is_error\":true,"
                    + "\"num_turns\":0,\"session_id\":\"gone\",\"errors\":[\"No conversation found with session ID: gone\"]}\\n";
            Workshop.write(
                    workshop.root.resolve(".fuel/prompts/resume.md"), "fake: %s\nfake: no-result\n".formatted(lost));
            workshop.git("add", ".fuel");
            workshop.git("commit", "--quiet", "--message=Prompts");
            // The first run is cut off; the second is to resume it and cannot; the third begins afresh.
            TaskId task = workshop.add("Write it", "fail-times 1", "commit a.txt one");
            workshop.untilIdle();
            List<Run> runs = workshop.runs(task).reversed();
            assertThat(runs).hasSize(3);
            assertThat(runs.get(1).resumedFrom()).isEqualTo(runs.get(0).id());
            assertThat(runs.get(1).charged()).isFalse();
            assertThat(runs.get(2).resumedFrom()).isNull();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
        }
    }

    private static @Nullable Instant rest(
            Store store, AgentHealthTracker tracker, FailureType type, @Nullable Instant resetsAt) {
        return store.<@Nullable Instant>write(
                Actor.CONSUMER, session -> tracker.recordFailure(session, CLAUDE, failure(type, resetsAt), BASE));
    }

    private static Failure failure(FailureType type, @Nullable Instant resetsAt) {
        return new Failure(type, resetsAt, "why", NOON);
    }

    private static InstantSource tenMinutesBeforeTheReset() {
        Clock system = Clock.systemUTC();
        return Clock.offset(system, Duration.between(system.instant(), RESET.minusSeconds(600)));
    }

    /// An agent whose program replays a recording, and a fallback that does the work.
    private static String claude(String recording) {
        return """
                primary: claude
                max_concurrent: 1
                limits: {timeout: 60s, stall: 30s, backoff: 20ms, max_load: 1000}
                workspace: {mode: worktree, base: main}
                agents:
                  claude: {driver: claude, binary: "%s", env: {FAKE_AGENT: "replay claude/%s.stdout.jsonl", FAKE_EXIT: "1"}, fallback: [other]}
                  other: {driver: command, command: ["%s"], prompt: stdin, env: {FAKE_AGENT: "say it is so"}}
                """.formatted(Workshop.FAKE_AGENT, recording, Workshop.FAKE_AGENT)
                .replace("say it is so", "commit done.txt done");
    }
}
