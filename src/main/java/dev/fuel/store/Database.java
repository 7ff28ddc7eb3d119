package dev.fuel.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import java.util.random.RandomGenerator;

/// One SQLite file, readable by its owner only: makes it, brings its schema up to date, opens connections to it.
///
/// The file is never opened by anything but SQLite once it exists: closing any other descriptor of it would drop the
/// locks that this process holds on it.
final class Database {
    static final Set<PosixFilePermission> PRIVATE =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /// How long SQLite itself waits for a lock; {@link Patience} goes on after that.
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    private final Path file;
    private final Patience patience;

    private Database(Path file, Patience patience) {
        this.file = file;
        this.patience = patience;
    }

    static Database at(Path file, RandomGenerator random) {
        return new Database(file.toAbsolutePath().normalize(), new Patience(random));
    }

    /// The first connection: the file is made where there is none, and its schema brought up to date.
    ///
    /// @throws StoreUnusable if that cannot be done
    DatabaseConnection open(InstantSource clock) {
        create();
        DatabaseConnection first = connect();
        try {
            first.bringUpToDate(clock);
            return first;
        } catch (RuntimeException failure) {
            first.close();
            throw failure;
        }
    }

    Path file() {
        return file;
    }

    DatabaseConnection connect() {
        try {
            return patience.retryWhileBusy(() -> {
                Connection connection = openFile();
                try {
                    // The file keeps this mode; asking again costs nothing but a read of the first
                    // page.
                    Sql.run(connection, "PRAGMA journal_mode = WAL");
                    Sql.run(connection, "PRAGMA synchronous = NORMAL");
                    Sql.run(connection, "PRAGMA foreign_keys = ON");
                    // In KiB: room for the pages that the board of a large project is read from.
                    Sql.run(connection, "PRAGMA cache_size = -4096");
                    return new DatabaseConnection(file, connection, patience);
                } catch (SQLException failure) {
                    connection.close();
                    throw failure;
                }
            });
        } catch (SQLException failure) {
            throw SqliteFailure.explain(file, failure);
        }
    }

    static String url(Path file) {
        // As a URI, so that a question mark in a folder's name is not taken for the start of options.
        return "jdbc:sqlite:file:" + file.toUri().getRawPath();
    }

    private Connection openFile() throws SQLException {
        Properties options = new Properties();
        options.setProperty("busy_timeout", Integer.toString(BUSY_TIMEOUT_MILLIS));
        // Else the driver asks for the number of the row after each insert.
        options.setProperty("jdbc.get_generated_keys", "false");
        return DriverStart.connect(url(file), options);
    }

    private void create() {
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PRIVATE));
        } catch (FileAlreadyExistsException another) {
            // Another process was faster, unless something in the way is not a folder.
            if (!Files.exists(file)) {
                throw cannotMake(another);
            }
        } catch (IOException cause) {
            throw cannotMake(cause);
        }
    }

    private StoreUnusable cannotMake(IOException cause) {
        return new StoreUnusable(
                "%s cannot be made: check that its folder exists and may be written to".formatted(file), cause);
    }
}
