package dev.fuel.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// One connection to the database, used by one thread at a time, and the transactions on it.
final class DatabaseConnection implements AutoCloseable {
    private final Path file;
    private final Connection connection;
    private final Patience patience;
    private final Map<String, PreparedStatement> bounds = new HashMap<>();
    private @Nullable DSLContext context;

    DatabaseConnection(Path file, Connection connection, Patience patience) {
        this.file = file;
        this.connection = connection;
        this.patience = patience;
    }

    void bringUpToDate(InstantSource clock) {
        try {
            Migrations.bringUpToDate(file, connection, clock);
        } catch (SQLException | RuntimeException failure) {
            throw SqliteFailure.explain(file, failure);
        }
    }

    /// Runs the work on one snapshot. It must change nothing, because it is repeated if the database is busy.
    <T extends @Nullable Object> T read(Function<DSLContext, T> work) {
        try {
            return patience.retryWhileBusy(() -> transact("BEGIN", work));
        } catch (SQLException | RuntimeException failure) {
            throw SqliteFailure.explain(file, failure);
        }
    }

    /// Runs the work as the only writer; either all of it is committed or nothing.
    ///
    /// @param durable whether the commit must survive a loss of power, not only the end of the process
    <T extends @Nullable Object> T write(boolean durable, Function<DSLContext, T> work) {
        try {
            if (durable) {
                Sql.run(connection, "PRAGMA synchronous = FULL");
            }
            try {
                return transact("BEGIN IMMEDIATE", work);
            } finally {
                if (durable) {
                    Sql.run(connection, "PRAGMA synchronous = NORMAL");
                }
            }
        } catch (SQLException | RuntimeException failure) {
            throw SqliteFailure.explain(file, failure);
        }
    }

    /// Runs the work as the only writer and undoes it.
    <T extends @Nullable Object> T rehearse(Function<DSLContext, T> work) {
        try {
            return transact("BEGIN IMMEDIATE", "ROLLBACK", work);
        } catch (SQLException | RuntimeException failure) {
            throw SqliteFailure.explain(file, failure);
        }
    }

    /// A number that changes when another connection has committed.
    int version() {
        try {
            return Sql.number(connection, "PRAGMA data_version");
        } catch (SQLException failure) {
            throw SqliteFailure.explain(file, failure);
        }
    }

    long freeBytes() {
        try {
            return (long) Sql.number(connection, "PRAGMA freelist_count") * Sql.number(connection, "PRAGMA page_size");
        } catch (SQLException failure) {
            throw SqliteFailure.explain(file, failure);
        }
    }

    void vacuum() {
        try {
            patience.retryWhileBusy(() -> {
                Sql.run(connection, "VACUUM");
                // What was written lies in the log beside the file until it is brought over.
                Sql.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
                return true;
            });
        } catch (SQLException failure) {
            throw SqliteFailure.explain(file, failure);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw SqliteFailure.explain(file, failure);
        }
    }

    private <T extends @Nullable Object> T transact(String begin, Function<DSLContext, T> work) throws SQLException {
        return transact(begin, "COMMIT", work);
    }

    private <T extends @Nullable Object> T transact(String begin, String end, Function<DSLContext, T> work)
            throws SQLException {
        patience.retryWhileBusy(() -> kept(begin).execute());
        try {
            T result = work.apply(context());
            boolean _ = kept(end).execute();
            return result;
        } catch (SQLException | RuntimeException | Error failure) {
            rollBack(failure);
            throw failure;
        }
    }

    /// The bounds of transactions are prepared once: there are more of them than of any other statement.
    private PreparedStatement kept(String sql) throws SQLException {
        @Nullable PreparedStatement known = bounds.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            bounds.put(sql, known);
        }
        return known;
    }

    private void rollBack(Throwable failure) {
        try {
            Sql.run(connection, "ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            // SQLite itself ends the transaction on some errors (disk full, input or output).
            failure.addSuppressed(alreadyRolledBack);
        }
    }

    private DSLContext context() {
        if (context == null) {
            context = DSL.using(connection, SQLDialect.SQLITE, Jooq.SETTINGS);
        }
        return context;
    }

    /// jOOQ without what costs time at the start or at each statement. The properties must be set before its first
    /// class.
    private static final class Jooq {
        static final Settings SETTINGS;

        static {
            System.setProperty("org.jooq.no-logo", "true");
            System.setProperty("org.jooq.no-tips", "true");
            SETTINGS = new Settings()
                    .withExecuteLogging(false)
                    .withRenderSchema(false)
                    .withRenderCatalog(false)
                    .withFetchWarnings(false)
                    .withAttachRecords(false)
                    .withUpdatablePrimaryKeys(false);
        }
    }
}
