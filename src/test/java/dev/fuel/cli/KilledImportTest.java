package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.task.TaskId;
import dev.fuel.store.Session;
import dev.fuel.store.TaskFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Promise 1 for an import: killed at any moment, all of it is there or nothing, and once more it comes in once.
class KilledImportTest {
    /// With their descriptions more than SQLite keeps in memory: it writes before the import is committed.
    private static final int ISSUES = 150;

    private static final int DESCRIPTION = 20_000;
    private static final int KILLS = 12;
    private static final long LONGEST_WAIT_SECONDS = 60;

    @TempDir
    Path folder;

    private CommandLine fuel;
    private Path issues;

    @BeforeEach
    void initialise() throws IOException {
        fuel = new CommandLine(folder);
        issues = Files.writeString(
                folder.resolve("issues.jsonl"),
                IntStream.range(0, ISSUES).mapToObj(KilledImportTest::issue).collect(Collectors.joining("\n")));
    }

    /// Each of them waits for the one before.
    private static String issue(int number) {
        return """
                {"id":"x-%d","title":"Issue %d","description":"%s","dependencies":[%s]}""".formatted(
                        number,
                        number,
                        "x".repeat(DESCRIPTION),
                        number == 0 ? "" : "{\"depends_on_id\":\"x-%d\",\"type\":\"blocks\"}".formatted(number - 1));
    }

    @Test
    void anImportThatIsKilledWhileItWritesLeavesAllOrNothing() throws Exception {
        killOnceWritten(ISSUES * DESCRIPTION / 3, "--from", "beads", issues.toString());

        assertThat(fuel.out("import", "--from", "beads", issues.toString())).startsWith("imported ");
        requireAll();
        assertThat(fuel.out("import", "--from", "beads", issues.toString()))
                .isEqualTo("imported 0 tasks, 0 epics, 0 links between them; 150 were here already");
    }

    @Test
    @Tag("soak")
    void importsThatAreKilledAtAnyMomentLeaveAllOrNothing() throws Exception {
        killManyTimes("--from", "beads", issues.toString());
        assertThat(fuel.out("import", "--from", "beads", issues.toString()))
                .isEqualTo("imported 0 tasks, 0 epics, 0 links between them; 150 were here already");
    }

    @Test
    @Tag("soak")
    void importsOfAnExportThatAreKilledAtAnyMomentLeaveAllOrNothing() throws Exception {
        var other = new CommandLine(Files.createDirectory(folder.resolve("other")));
        other.out("import", "--from", "beads", issues.toString());
        Path export = folder.resolve("all.jsonl");
        other.out("export", export.toString());

        killManyTimes(export.toString());
        assertThat(fuel.out("import", export.toString())).startsWith("imported nothing\nalready here: 150 tasks");
        assertThat(fuel.give("export").out()).isEqualTo(Files.readString(export));
    }

    /// Until one of them has come to its end.
    private void killManyTimes(String... options) throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int kill = 0; kill < KILLS && tasks() == 0; kill++) {
            killOnceWritten(random.nextInt(ISSUES * DESCRIPTION), options);
        }
        List<String> words = new ArrayList<>(List.of("import"));
        words.addAll(List.of(options));
        assertThat(fuel.give(words.toArray(String[]::new)).exit())
                .as("seed " + seed)
                .isZero();
        requireAll();
    }

    /// @param bytes of the log beside the database; by then the import may have come to its end
    private void killOnceWritten(long bytes, String... options) throws Exception {
        Path log = folder.resolve(".fuel/agent.db-wal");
        String before = fuel.give("export").out();
        Process process = start(options);
        try {
            long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
            while (process.isAlive() && size(log) <= bytes) {
                assertThat(System.nanoTime()).as("it has written too little").isLessThan(limit);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        if (tasks() > 0) {
            requireAll();
        } else {
            assertThat(fuel.give("export").out()).isEqualTo(before);
        }
    }

    private void requireAll() {
        assertThat(tasks()).isEqualTo(ISSUES);
        Map<TaskId, List<TaskId>> waiting =
                fuel.store(session -> session.dependencies().all());
        assertThat(waiting).hasSize(ISSUES - 1);
        List<String> damage = fuel.store(Session::damage);
        assertThat(damage).isEmpty();
    }

    private int tasks() {
        return fuel.store(session -> session.tasks().list(TaskFilter.ALL)).size();
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private Process start(String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-classpath",
                System.getProperty("java.class.path"),
                "dev.fuel.Fuel",
                "import"));
        words.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("import.out").toFile());
        builder.environment().remove("FUEL_RUN_TOKEN");
        return builder.start();
    }
}
