package dev.fuel.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/// Brings a database to the schema of this program.
///
/// `PRAGMA user_version` holds the number of the last migration, so that an up-to-date database costs one comparison
/// and Flyway's classes are never loaded. It is set after Flyway is done: a crash in between makes the next start call
/// Flyway once more, which then finds nothing to do. Flyway has no lock for SQLite, so one file lock makes processes
/// take turns; within this process the monitor does, because file locks belong to the whole process.
final class Migrations {
    /// The number of the newest file in `db/migration`.
    static final int NEWEST = 8;

    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Migrations() {}

    static void bringUpToDate(Path file, Connection connection, InstantSource clock) throws SQLException {
        if (version(file, connection) == NEWEST) {
            return;
        }
        ONE_AT_A_TIME.lock();
        try (FileChannel channel = FileChannel.open(
                        file.resolveSibling(file.getFileName() + "-migrate.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            int version = version(file, connection);
            if (version < NEWEST) {
                migrate(file, connection, version, clock.instant());
            }
        } catch (IOException cause) {
            throw new StoreUnusable("%s cannot be brought up to date: %s".formatted(file, cause.getMessage()), cause);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    /// Where copies of the database are kept.
    static Path backups(Path file) {
        return file.resolveSibling("backups");
    }

    private static int version(Path file, Connection connection) throws SQLException {
        int version = Sql.number(connection, "PRAGMA user_version");
        if (version > NEWEST) {
            throw new StoreUnusable(
                    "%s has schema %d, but this fuel knows only up to %d: update to a fuel with schema %d or newer"
                            .formatted(file, version, NEWEST, version),
                    null);
        }
        return version;
    }

    private static void migrate(Path file, Connection connection, int version, Instant now)
            throws SQLException, IOException {
        if (version > 0) {
            backUp(file, connection, version, now);
        }
        FlywayRun.migrate(Database.url(file));
        Sql.run(connection, "PRAGMA user_version = " + NEWEST);
    }

    static void backUp(Path file, Connection connection, int version, Instant now) throws SQLException, IOException {
        Path folder = backups(file);
        Files.createDirectories(folder);
        Path copy = folder.resolve("agent-%d-%s.db".formatted(version, FILE_TIME.format(now)));
        // VACUUM INTO accepts an empty file: made first, so that the copy is never readable by others.
        Files.createFile(copy, PosixFilePermissions.asFileAttribute(Database.PRIVATE));
        try (var statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, copy.toString());
            statement.execute();
        }
    }
}
