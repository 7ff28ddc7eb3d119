package dev.fuel.store;

import java.sql.Connection;
import java.sql.SQLException;

/// The few statements that jOOQ would add nothing to.
final class Sql {
    private Sql() {}

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static int number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new SQLException("no row: " + sql);
            }
            return rows.getInt(1);
        }
    }
}
