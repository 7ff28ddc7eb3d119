package dev.fuel.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.task.Task;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Promise 5: the store cannot be wedged, and what was acknowledged is there.
class KilledWritersTest {
    private static final long LONGEST_LIFE_NANOS = 300_000_000;

    @TempDir
    Path folder;

    @Test
    void acknowledgedWritesSurviveKills() throws Exception {
        writeUnderKills(2, 2);
    }

    @Test
    @Tag("soak")
    void acknowledgedWritesSurviveManyKills() throws Exception {
        writeUnderKills(8, 80);
    }

    /// Each victim is killed a random short time after its first acknowledged write, so somewhere inside a later
    /// one.
    private void writeUnderKills(int writers, int kills) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (StoreFixture fixture = new StoreFixture(folder)) {
            List<JavaProcess> all = new ArrayList<>();
            List<JavaProcess> alive = new ArrayList<>();
            for (int number = 0; number < writers; number++) {
                alive.add(start(fixture, all));
            }
            for (int kill = 0; kill < kills; kill++) {
                int victim = random.nextInt(writers);
                alive.get(victim).awaitFirstLine();
                LockSupport.parkNanos(random.nextLong(LONGEST_LIFE_NANOS));
                alive.get(victim).kill();
                alive.set(victim, start(fixture, all));
            }
            for (JavaProcess process : all) {
                process.kill();
                process.awaitEnd();
            }
            check(fixture, all, seed);
        }
    }

    private JavaProcess start(StoreFixture fixture, List<JavaProcess> all) throws Exception {
        JavaProcess process =
                JavaProcess.start(folder, "writer-" + all.size(), WritingProcess.class, fixture.file.toString());
        all.add(process);
        return process;
    }

    private static void check(StoreFixture fixture, List<JavaProcess> writers, long seed) throws Exception {
        List<Task> tasks = fixture.store.read(session -> session.tasks().list(TaskFilter.ALL));
        Set<String> stored = tasks.stream().map(task -> task.id().value()).collect(Collectors.toSet());
        List<String> acknowledged = new ArrayList<>();
        for (JavaProcess writer : writers) {
            assertThat(writer.errors()).as("seed " + seed).isEmpty();
            acknowledged.addAll(writer.lines());
        }
        assertThat(acknowledged).as("seed " + seed).isNotEmpty();
        assertThat(stored).as("seed " + seed).containsAll(acknowledged);
        try (Connection connection = DriverManager.getConnection(Database.url(fixture.file));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA integrity_check")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).as("seed " + seed).isEqualTo("ok");
        }
    }
}
