package dev.fuel.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/// A query of jOOQ's, rendered and prepared once, and given to SQLite with other values each time.
///
/// jOOQ builds and renders it, and knows how values are stored; it has no part in the execution, where it would take
/// several times what SQLite does. Closed with its connection.
final class KeptStatement {
    private final String sql;
    private final PreparedStatement statement;
    private final Converter<?, ?>[] converters;

    KeptStatement(DSLContext context, Query query) {
        sql = query.getSQL();
        converters = query.getParams().values().stream()
                .filter(param -> !param.isInline())
                .map(Param::getConverter)
                .toArray(Converter<?, ?>[]::new);
        try {
            statement = connection(context).prepareStatement(sql);
        } catch (SQLException failure) {
            throw broken(failure);
        }
    }

    private static Connection connection(DSLContext context) {
        return Objects.requireNonNull(
                context.configuration().connectionProvider().acquire());
    }

    /// @return how many rows were changed
    int execute(@Nullable Object... values) {
        try {
            bind(values);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw broken(failure);
        }
    }

    /// What is done with the rows; nothing may be asked of the database meanwhile.
    interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    <T> T query(Reading<T> reading, @Nullable Object... values) {
        try {
            bind(values);
            try (ResultSet rows = statement.executeQuery()) {
                return reading.of(rows);
            }
        } catch (SQLException failure) {
            throw broken(failure);
        }
    }

    private void bind(@Nullable Object... values) throws SQLException {
        if (converters.length != values.length) {
            throw new IllegalStateException(
                    "%d values for the %d of: %s".formatted(values.length, converters.length, sql));
        }
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, stored(converters[index], values[index]));
        }
    }

    @SuppressWarnings("unchecked") // a value stands where one of its type stood when the query was made
    private static @Nullable Object stored(Converter<?, ?> converter, @Nullable Object value) {
        return ((Converter<?, @Nullable Object>) converter).to(value);
    }

    private DataAccessException broken(SQLException failure) {
        return new DataAccessException("%s: %s".formatted(failure.getMessage(), sql), failure);
    }
}
