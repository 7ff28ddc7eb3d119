package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.WORK_RESULTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fuel.domain.Actor;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of databases that are new, old, too new, damaged or out of reach.
class DatabaseTest {
    @TempDir
    Path folder;

    @Test
    void newDatabaseIsReadableByItsOwnerOnly() throws Exception {
        try (StoreFixture fixture = new StoreFixture(folder.resolve("a folder? #1"))) {
            fixture.add("something");
            try (Stream<Path> files = Files.list(fixture.file.resolveSibling(""))) {
                for (Path file : files.filter(file -> Pattern.matches("agent\\.db(-wal|-shm)?", name(file)))
                        .toList()) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as(name(file))
                            .isEqualTo("rw-------");
                }
            }
        }
    }

    @Test
    void programKnowsTheNewestMigration() throws Exception {
        Path migrations = Path.of("src/main/resources/db/migration");
        try (Stream<Path> files = Files.list(migrations)) {
            int newest = files.map(file -> name(file).replaceFirst("V(\\d+)__.*", "$1"))
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElseThrow();
            assertThat(newest).isEqualTo(Migrations.NEWEST);
        }
    }

    @Test
    void openingAnUpToDateDatabaseMigratesNothing() {
        new StoreFixture(folder).close();
        new StoreFixture(folder).close();

        assertThat(folder.resolve("backups")).doesNotExist();
    }

    @Test
    void newerDatabaseIsRefusedNamingTheVersionNeeded() throws Exception {
        new StoreFixture(folder).close();
        int newer = Migrations.NEWEST + 1;
        run("PRAGMA user_version = " + newer);

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("has schema " + newer)
                .hasMessageContaining("update to a fuel with schema %d or newer".formatted(newer));
    }

    @Test
    void whatIsNotADatabaseIsRefusedAndLeftAsItIs() throws Exception {
        Path file = folder.resolve("agent.db");
        Files.writeString(file, "this is a letter to my aunt, ".repeat(300));
        String before = Files.readString(file);

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("is not a database")
                .hasMessageNotContaining("\n");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void truncatedDatabaseIsRefusedAndLeftAsItIs() throws Exception {
        try (StoreFixture fixture = new StoreFixture(folder)) {
            fixture.add("will be cut off");
        }
        Path file = folder.resolve("agent.db");
        long half = Files.size(file) / 2;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(half);
        }

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining("fuel doctor");
        assertThat(Files.size(file)).isEqualTo(half);
    }

    @Test
    void readOnlyFolderIsRefusedSayingSo() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeThat(Files.isWritable(closed)).as("not run by root").isFalse();

        assertThatThrownBy(() -> new StoreFixture(closed))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("cannot be made");
    }

    @Test
    void folderThatCannotBeMadeIsRefused() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new StoreFixture(inTheWay.resolve("sub")))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("cannot be made: check that its folder exists and may be written to");
    }

    @Test
    void fullDiskChangesNothingAndSaysSo() throws Exception {
        try (StoreFixture fixture = new StoreFixture(folder)) {
            fixture.add("before");
            assertThatThrownBy(() -> fixture.store.change(Actor.CLI, session -> {
                        // The limit of pages stands for the end of the disk: SQLite reports
                        // both alike.
                        session.sql().execute("PRAGMA max_page_count = 1");
                        for (int number = 0; number < 1_000; number++) {
                            session.events().add("project", "filling", "x".repeat(1_000));
                        }
                    }))
                    .isInstanceOf(StoreUnusable.class)
                    .hasMessageContaining("no room left");
            List<Task> tasks = fixture.store.read(session -> session.tasks().list(TaskFilter.ALL));
            assertThat(tasks).extracting(Task::title).containsExactly("before");
            assertThat(fixture.store
                            .read(session -> session.events().latest(10))
                            .size())
                    .isEqualTo(1);
        }
    }

    @Test
    void databaseIsCopiedBeforeItIsMigrated() throws Exception {
        new StoreFixture(folder).close();
        Path file = folder.resolve("agent.db");
        try (Connection connection = DriverManager.getConnection(Database.url(file))) {
            Migrations.backUp(file, connection, 1, Instant.parse("2026-01-02T03:04:05Z"));
        }

        Path copy = folder.resolve("backups/agent-1-20260102T030405.000.db");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        try (Connection connection = DriverManager.getConnection(Database.url(copy))) {
            assertThat(Sql.number(connection, "SELECT count(*) FROM board_counts"))
                    .isEqualTo(6);
        }
    }

    @Test
    void oldDatabaseIsCopiedAndBroughtUpToDateWithAllThatItHolds() throws Exception {
        Path file = folder.resolve("agent.db");
        Flyway.configure()
                .dataSource(Database.url(file), "", "")
                .locations("classpath:db/migration")
                .target("1")
                .load()
                .migrate();
        run("PRAGMA user_version = 1");
        run("""
                INSERT INTO epics (id, seq, title, held, created_at, updated_at)
                VALUES ('e-00000a', 1, 'paused of old', 1, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')""");
        run("""
                INSERT INTO tasks (id, seq, title, created_by, created_at, updated_at)
                VALUES ('f-00000a', 1, 'of old', 'human', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')""");
        run("""
                INSERT INTO runs (id, seq, kind, task_id, status, token, started_at, completed_at, duration_ms)
                VALUES ('run-00000a', 1, 'work', 'f-00000a', 'completed', 'secret', '2026-01-01T00:00:00.000Z',
                        '2026-01-01T00:01:00.000Z', 60000)""");

        try (StoreFixture fixture = new StoreFixture(folder)) {
            List<Task> tasks = fixture.store.read(session -> session.tasks().list(TaskFilter.ALL));
            assertThat(tasks).extracting(Task::title).containsExactly("of old");
            List<Epic> epics = fixture.store.read(session -> session.epics().list());
            assertThat(epics).extracting(Epic::heldBy).containsExactly(Set.of(Hold.PERSON));
            assertThat(fixture.store.<Integer>read(session -> session.sql().fetchCount(WORK_RESULTS)))
                    .isEqualTo(1);
        }
        try (Stream<Path> copies = Files.list(folder.resolve("backups"));
                Connection connection = DriverManager.getConnection(
                        Database.url(copies.findFirst().orElseThrow()))) {
            assertThat(Sql.number(connection, "PRAGMA user_version")).isEqualTo(1);
            assertThat(Sql.number(connection, "SELECT count(*) FROM runs")).isEqualTo(1);
        }
        new StoreFixture(folder).close();
        try (Stream<Path> copies = Files.list(folder.resolve("backups"))) {
            assertThat(copies).as("the second start migrates nothing").hasSize(1);
        }
    }

    private void open() {
        Store.open(folder.resolve("agent.db"), InstantSource.system(), new Random(1))
                .close();
    }

    private void run(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(Database.url(folder.resolve("agent.db")))) {
            Sql.run(connection, sql);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
