package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fuel.domain.Event;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A consumer that is killed at any moment loses nothing and does nothing twice.
class KilledConsumerTest {
    @TempDir
    Path folder;

    @Test
    void threeAgentsComeThroughThreeKills() throws Exception {
        killed(3, 3, 40, 900);
    }

    @Test
    @Tag("soak")
    void twentyAgentsComeThroughFiftyKills() throws Exception {
        killed(20, 50, 600, 1_500);
    }

    @Test
    void aSecondConsumerIsRefusedWithTheNameAndProcessOfTheFirst() throws Exception {
        try (var workshop = Workshop.in(folder)) {
            TaskId task = workshop.add("Hang", "hang");
            Process first = consumer(workshop);
            try {
                Run run = workshop.untilRunning(task);
                assertThatThrownBy(() -> ConsumerLock.acquire(workshop.root.resolve(".fuel"), "fuel", Instant.now()))
                        .isInstanceOf(Refusal.class)
                        .hasMessageContaining("fuel consume (pid %d)".formatted(first.pid()));
                first.destroyForcibly().waitFor();
                // The lock ends with the process; what it had started goes on.
                assertThat(ConsumerLock.holder(workshop.root.resolve(".fuel"))).isEmpty();
                assertThat(ProcessHandle.of(
                                Objects.requireNonNull(run.process()).pid()))
                        .hasValueSatisfying(
                                process -> assertThat(process.isAlive()).isTrue());
            } finally {
                first.destroyForcibly();
                workshop.consume().leave(true);
            }
        }
    }

    @Test
    void aParkOutlivesItsConsumerAndEndsInTheSameSession() throws Exception {
        try (var workshop = Workshop.withConfig(folder, withLimits())) {
            Workshop.write(workshop.root.resolve(".fuel/prompts/resume.md"), "fake: commit half.txt whole\n");
            workshop.git("add", ".fuel");
            workshop.git("commit", "--quiet", "--message=Prompts");
            TaskId task = workshop.add("Write it", "edit half.txt half", "limit 3");
            Process first = consumer(workshop);
            try {
                workshop.until(
                        "it is parked", session -> session.tasks().get(task).notBefore() != null);
                requireQuiet(workshop, first);
            } finally {
                first.destroyForcibly().waitFor();
            }
            Run limited = workshop.runs(task).getFirst();
            Instant end = Objects.requireNonNull(workshop.task(task).notBefore());
            requireClosedByAnother(workshop, task);
            List<Run> runs = workshop.runs(task).reversed();
            assertThat(runs.get(0).errorType()).isEqualTo(FailureType.RATE_LIMIT);
            assertThat(runs.get(1).resumedFrom()).isEqualTo(limited.id());
            assertThat(runs.get(1).sessionId()).isEqualTo(limited.sessionId()).isNotNull();
            assertThat(runs.get(1).workspacePath()).isEqualTo(limited.workspacePath());
            assertThat(runs.get(1).startedAt()).isAfterOrEqualTo(end);
            assertThat(runs).noneMatch(Run::charged);
            assertThat(workshop.git("show", "main:half.txt")).isEqualTo("whole");
        }
    }

    @Test
    void testsThatOutliveTheirConsumerAreAdopted() throws Exception {
        Path gate = folder.resolve("gate");
        String command = "echo begun >>%s; read -r line <%s".formatted(folder.resolve("begun"), gate);
        try (var workshop = Workshop.withConfig(folder, withTests(command))) {
            workshop.gate();
            TaskId task = workshop.add("Write it", "commit a.txt one");
            Process consumer = consumer(workshop);
            untilTesting(workshop);
            consumer.destroyForcibly().waitFor();
            Workshop.open(gate);
            requireClosedByAnother(workshop, task);
            assertThat(Files.readAllLines(folder.resolve("begun"))).hasSize(1);
        }
    }

    @Test
    void testsThatDiedWithTheirConsumerAreRepeated() throws Exception {
        Path died = folder.resolve("died");
        String command = "[ -e %s ] && exit 0; sleep 1000".formatted(died);
        try (var workshop = Workshop.withConfig(folder, withTests(command))) {
            TaskId task = workshop.add("Write it", "commit a.txt one");
            Process consumer = consumer(workshop);
            Run run = untilTesting(workshop);
            consumer.destroyForcibly().waitFor();
            Workshop.write(died, "");
            ProcessHandle supervisor = ProcessHandle.of(
                            Objects.requireNonNull(run.process()).pid())
                    .orElseThrow();
            List<ProcessHandle> all = new ArrayList<>(supervisor.descendants().toList());
            supervisor.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
            supervisor.onExit().get(30, TimeUnit.SECONDS);
            requireClosedByAnother(workshop, task);
            assertThat(workshop.runs(task))
                    .extracting(Run::kind, Run::errorType)
                    .containsExactly(
                            tuple(RunKind.CHECK, null),
                            tuple(RunKind.CHECK, FailureType.LOST),
                            tuple(RunKind.WORK, null));
        }
    }

    private static String withLimits() {
        return """
                primary: claude
                limits: {timeout: 60s, stall: 30s, backoff: 20ms, max_load: 1000}
                workspace: {mode: worktree, base: main}
                agents:
                  claude: {driver: claude, binary: "%s"}
                """.formatted(Workshop.FAKE_AGENT);
    }

    /// While everything is parked, the consumer neither says nor logs nor notes anything.
    private void requireQuiet(Workshop workshop, Process consumer) throws Exception {
        List<String> before = traces(workshop);
        assertThat(consumer.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(traces(workshop)).isEqualTo(before);
    }

    /// What a consumer may write: its output, its log, its events.
    private List<String> traces(Workshop workshop) throws IOException {
        Path log = workshop.root.resolve(".fuel/fuel.log");
        List<Event> events = workshop.store.read(session -> session.events().since(0, 10_000));
        return List.of(
                Files.readString(folder.resolve("consumer.out")),
                Files.exists(log) ? Files.readString(log) : "",
                events.toString());
    }

    private static String withTests(String command) {
        return Workshop.plainConfig("")
                .replace("workspace:", "review: {tests: {command: '%s'}}\nworkspace:".formatted(command));
    }

    private static Run untilTesting(Workshop workshop) {
        workshop.until(
                "the tests run",
                session -> session.runs().running().stream()
                        .anyMatch(run -> run.kind() == RunKind.CHECK && run.process() != null));
        return workshop.store.read(session -> session.runs().running()).getFirst();
    }

    private void requireClosedByAnother(Workshop workshop, TaskId task) throws Exception {
        Process last = consumer(workshop, "--until-idle", "--wait");
        assertThat(last.waitFor(60, TimeUnit.SECONDS)).as(workshop::history).isTrue();
        assertThat(workshop.task(task).status()).as(workshop::history).isEqualTo(TaskStatus.CLOSED);
        workshop.requireNoTrace("main");
    }

    private void killed(int agents, int kills, int lines, int longestLifeMilliseconds) throws Exception {
        long seed = new Random().nextLong();
        System.out.println("KilledConsumerTest seed " + seed);
        var random = new Random(seed);
        String config = Workshop.plainConfig("")
                .replace("max_concurrent: 4", "max_concurrent: " + agents)
                .replace("timeout: 60s", "timeout: 1h");
        try (var workshop = Workshop.withConfig(folder, config)) {
            List<TaskId> tasks = new ArrayList<>();
            for (int i = 0; i < agents; i++) {
                Path starts = folder.resolve("starts-" + i);
                tasks.add(workshop.add(
                        "Task " + i, "count " + starts, "slow 0.1 " + lines, "commit file-%d.txt it".formatted(i)));
            }
            for (int i = 0; i < kills; i++) {
                Process consumer = consumer(workshop);
                assertThat(consumer.waitFor(100 + random.nextInt(longestLifeMilliseconds), TimeUnit.MILLISECONDS))
                        .as("ended by itself")
                        .isFalse();
                consumer.destroyForcibly().waitFor();
            }
            Process last = consumer(workshop, "--until-idle", "--wait");
            assertThat(last.waitFor(Math.max(60, lines / 3), TimeUnit.SECONDS))
                    .as(workshop::history)
                    .isTrue();
            for (int i = 0; i < agents; i++) {
                requireDoneOnce(workshop, tasks.get(i), folder.resolve("starts-" + i), lines);
            }
            assertThat(workshop.git("rev-list", "--count", "main")).isEqualTo(Integer.toString(agents + 1));
            workshop.requireNoTrace("main");
        }
    }

    private static void requireDoneOnce(Workshop workshop, TaskId task, Path starts, int lines) throws IOException {
        assertThat(workshop.task(task).status()).as(workshop::history).isEqualTo(TaskStatus.CLOSED);
        assertThat(Files.readAllLines(starts)).as("starts of %s", task).hasSize(1);
        List<Run> runs = workshop.runs(task);
        List<Run> worked =
                runs.stream().filter(run -> run.errorType() != FailureType.LOST).toList();
        assertThat(worked).singleElement().satisfies(run -> {
            List<String> expected = new ArrayList<>(IntStream.rangeClosed(1, lines)
                    .mapToObj("line %%d of %d".formatted(lines)::formatted)
                    .toList());
            assertThat(Files.readAllLines(workshop.output(run)).subList(0, lines))
                    .isEqualTo(expected);
            assertThat(run.charged()).isFalse();
        });
        List<Event> events = workshop.store.read(session -> session.events().since(0, 100_000));
        assertThat(runs)
                .allSatisfy(run -> assertThat(events.stream()
                                .filter(event ->
                                        event.entityId().equals(run.id().value())
                                                && event.what().equals("run_ended")))
                        .hasSize(1));
    }

    private Process consumer(Workshop workshop, String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-classpath",
                System.getProperty("java.class.path"),
                "dev.fuel.Fuel",
                "consume",
                "--headless"));
        words.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(workshop.root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("consumer.out").toFile()));
        builder.environment().clear();
        builder.environment().putAll(Workshop.environment(workshop.root));
        return builder.start();
    }
}
