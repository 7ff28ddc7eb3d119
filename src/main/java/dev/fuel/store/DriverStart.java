package dev.fuel.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.sqlite.JDBC;

/// Loads SQLite's driver and jOOQ once, on a thread of its own: that takes longer than all else that happens until the
/// first question to a database, and can happen meanwhile.
final class DriverStart {
    private static final CompletableFuture<Void> DRIVER = new CompletableFuture<>();

    static {
        Thread.ofPlatform().name("fuel-driver").daemon().start(DriverStart::load);
    }

    private DriverStart() {}

    /// Begins, if that has not happened.
    static void begin() {
        // Naming this class has begun it.
    }

    static Connection connect(String url, Properties options) throws SQLException {
        DRIVER.join();
        return JDBC.createConnection(url, options);
    }

    /// What fails here fails again for whoever connects, and is told there.
    private static void load() {
        try {
            JDBC.createConnection("jdbc:sqlite::memory:", new Properties()).close();
        } catch (SQLException | LinkageError failure) {
            return;
        } finally {
            DRIVER.complete(null);
        }
        var _ = DSL.using(SQLDialect.SQLITE);
    }
}
