package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.app.Consumption;
import dev.fuel.app.Project;
import dev.fuel.app.ProjectLocation;
import dev.fuel.consume.ConsumerOptions;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunOutcome;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.process.DirectoryWatch;
import dev.fuel.process.Tail;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Random;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RunCommandsTest {
    @TempDir
    Path folder;

    private CommandLine fuel;
    private String task;

    @BeforeEach
    void addTask() {
        fuel = new CommandLine(folder);
        task = fuel.out("add", "Work");
    }

    @Test
    void aRunTellsHowItWentButNotItsToken() {
        Run run = fuel.claim(task);
        settle(run, RunStatus.FAILED, FailureType.CRASH, "exit 3");
        assertThat(fuel.out("runs", task))
                .matches("%s  %s  work  mine  failed  \\d+ms  \\$0.25 +(0 +)?just now  crash: exit 3"
                        .formatted(run.id(), task));
        assertThat(fuel.out("run:show", run.id().value()))
                .startsWith(run.id() + "  work on " + task)
                .contains(
                        "state       failed  crash: exit 3",
                        "cost        $0.25",
                        "tokens      1,200 in, 34 out, – from the cache",
                        "Last words\n  I gave up.");
        assertThat(fuel.out("runs", "--json"))
                .contains("\"cost_usd\":0.25,\"cost_source\":\"reported\"", "\"error_type\":\"crash\"");
        assertThat(fuel.out("runs")).endsWith("\ntoday $0.25, the last 7 days $0.25");
        assertThat(fuel.out("show", task))
                .contains("cost        $0.25 in 1 run, 1,200 tokens in, 34 out, 0 from a cache");
        assertThat(fuel.out("show", task, "--json")).contains("\"cost_usd\":0.25,\"cost_source\":\"reported\"");
        assertThat(fuel.out("health")).contains("$0.25");
        assertThat(fuel.refusal("run:kill", run.id().value()))
                .isEqualTo("fuel: %s is not running: it has failed".formatted(run.id()));
    }

    @Test
    void tailShowsWhatWasSaidAndEndsWithTheRun() throws Exception {
        Run run = fuel.claim(task);
        Path output = outputOf(run);
        Files.writeString(output, "reading\u001b[2J the code\n");
        var sink = new PipedOutputStream();
        var source = new PipedInputStream(sink);
        var following = CompletableFuture.supplyAsync(() -> tail(run, sink));
        try (var lines = new Scanner(source, StandardCharsets.UTF_8)) {
            assertThat(lines.nextLine())
                    .startsWith("reading")
                    .endsWith("the code")
                    .doesNotContain("\u001b");
            Files.writeString(output, "writing\n", StandardOpenOption.APPEND);
            assertThat(lines.nextLine()).isEqualTo("writing");
            Files.writeString(output, "last words", StandardOpenOption.APPEND);
            settle(run, RunStatus.COMPLETED, null, null);
            assertThat(lines.nextLine()).isEqualTo("last words");
            assertThat(lines.nextLine()).isEqualTo("— %s completed".formatted(run.id()));
        }
        assertThat(following.get(20, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void killWithoutAConsumerStopsTheRunItself() throws Exception {
        fuel.configure(
                "agents: {mine: {driver: command, command: [sh, -c, 'echo up; exec sleep 600']}}\nworkspace: {mode: shared}\nlimits: {max_load: 1000}\n");
        Run run = startAndLeave();
        awaitOutput(run);
        assertThat(fuel.out("run:kill", run.id().value()))
                .isEqualTo("%s  stopped\n  %s is held: fuel unpause %s lets it start again"
                        .formatted(run.id(), task, task));
        Run ended = fuel.run(run.id());
        assertThat(ended.status()).isEqualTo(RunStatus.KILLED);
        Task after = fuel.task(task);
        assertThat(after.heldBy()).containsExactly(Hold.PERSON);
        assertThat(after.attempts()).isZero();
        assertThat(ProcessHandle.of(Objects.requireNonNull(ended.process()).pid()))
                .isEmpty();
    }

    /// Runs the consumer until the agent's process is there, and leaves it running.
    private Run startAndLeave() throws Exception {
        Project project =
                Project.open(new ProjectLocation(folder), System.getenv(), InstantSource.system(), new Random(5));
        var options = new ConsumerOptions("test", ConsumerOptions.Mode.FOREVER, false, null, false);
        var started = new CountDownLatch(1);
        try (project;
                Consumption consumption = Consumption.open(project, options, null, events -> {
                    if (events.stream().anyMatch(event -> event.what().equals("run_started"))) {
                        started.countDown();
                    }
                })) {
            var consuming = CompletableFuture.supplyAsync(consumption::run);
            assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
            consumption.consumer().leave(false);
            consuming.get(20, TimeUnit.SECONDS);
        }
        return fuel.store(session -> session.runs().running().getFirst());
    }

    /// A stop in the very moment of the start would be tried again only after its grace.
    private void awaitOutput(Run run) throws Exception {
        var spoken = new CountDownLatch(1);
        try (var watch = new DirectoryWatch();
                var _ = Tail.follow(watch, outputOf(run), 0, _ -> spoken.countDown())) {
            assertThat(spoken.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private int tail(Run run, PipedOutputStream sink) {
        var out = new PrintStream(sink, false, StandardCharsets.UTF_8);
        return new Cli(new Prompt(folder).surroundings(out, System.err))
                .run("run:tail", run.id().value());
    }

    private Path outputOf(Run run) throws IOException {
        Path directory =
                folder.resolve(".fuel/processes").resolve(task).resolve(run.id().value());
        Files.createDirectories(directory);
        return directory.resolve("stdout.log");
    }

    private void settle(Run run, RunStatus status, @Nullable FailureType type, @Nullable String message) {
        var usage = new Usage(1_200L, 34L, null, 0.25, 3);
        var outcome = new RunOutcome(
                status,
                type == null ? 0 : 3,
                type,
                message,
                type != null,
                null,
                null,
                "I gave up.",
                usage,
                null,
                null,
                null);
        assertThat(fuel.settle(run, outcome)).isTrue();
    }
}
