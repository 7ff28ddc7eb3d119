package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.RUNS;

import dev.fuel.store.ExportReader.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// Puts the rows of an export into the tables: what is there already is left alone, what is there with other content
/// is told.
///
/// Numbers that only say a place are kept where the table was empty, else they go on from the last one. What has no
/// key (an event, a request, a routing decision) is there if there are as many rows of that content as were read so
/// far.
final class ImportedRows implements AutoCloseable {
    private final Session session;
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final Map<String, Boolean> wasEmpty = new HashMap<>();
    private final Map<List<@Nullable Object>, Long> read = new HashMap<>();

    ImportedRows(Session session, Connection connection) throws SQLException {
        this.session = session;
        this.connection = connection;
        for (ExportedTable table : ExportedTables.EXPORTED) {
            String any = "SELECT EXISTS (SELECT 1 FROM \"%s\")".formatted(table.name());
            wasEmpty.put(table.name(), Sql.number(connection, any) == 0);
        }
    }

    /// What has become of a row.
    sealed interface Outcome {
        record Added() implements Outcome {}

        record AlreadyThere() implements Outcome {}

        /// @param problem what is different here, in words
        record Conflict(String problem) implements Outcome {}
    }

    /// Whether none of the tables had a row before.
    boolean beganEmpty() {
        return !wasEmpty.containsValue(false);
    }

    Outcome add(Row row) throws SQLException {
        if (!isNew(row.table())) {
            Optional<Outcome> known = row.table().key().isEmpty() ? sameContent(row) : sameKey(row);
            if (known.isPresent()) {
                return known.get();
            }
        }
        try {
            insert(row);
            return new Outcome.Added();
        } catch (SQLException failure) {
            if (SqliteFailure.isConstraintViolation(failure)) {
                return new Outcome.Conflict("%s cannot be taken in: %s".formatted(name(row), failure.getMessage()));
            }
            throw failure;
        }
    }

    /// `tasks f-8a2b3c`.
    static String name(Row row) {
        return row.table().name() + " "
                + row.table().key().stream()
                        .map(column -> String.valueOf(row.value(column)))
                        .collect(Collectors.joining(" "));
    }

    private boolean isNew(ExportedTable table) {
        return Boolean.TRUE.equals(wasEmpty.get(table.name()));
    }

    private Optional<Outcome> sameContent(Row row) throws SQLException {
        List<Field<?>> columns = content(row);
        List<@Nullable Object> values = values(row, columns);
        var content = new ArrayList<@Nullable Object>(values);
        content.add(row.table().name());
        long times = read.merge(content, 1L, Long::sum);
        PreparedStatement count = prepared(
                "SELECT count(*) FROM \"%s\" WHERE %s".formatted(row.table().name(), equal(columns)));
        bind(count, values);
        try (ResultSet found = count.executeQuery()) {
            return found.next() && found.getLong(1) >= times
                    ? Optional.of(new Outcome.AlreadyThere())
                    : Optional.empty();
        }
    }

    private Optional<Outcome> sameKey(Row row) throws SQLException {
        List<Field<?>> columns = content(row);
        PreparedStatement select = prepared("SELECT %s FROM \"%s\" WHERE %s"
                .formatted(
                        ExportedTable.names(columns),
                        row.table().name(),
                        equal(row.table().key())));
        bind(select, values(row, row.table().key()));
        try (ResultSet found = select.executeQuery()) {
            if (!found.next()) {
                return Optional.empty();
            }
            List<String> different = new ArrayList<>();
            int index = 1;
            for (Field<?> column : columns) {
                if (!Objects.equals(asRead(found.getObject(index++)), row.value(column))) {
                    different.add(column.getName());
                }
            }
            return Optional.of(
                    different.isEmpty()
                            ? new Outcome.AlreadyThere()
                            : new Outcome.Conflict(
                                    "%s is here with another %s".formatted(name(row), String.join(", ", different))));
        }
    }

    private static @Nullable Object asRead(@Nullable Object value) {
        return value instanceof Integer whole ? Long.valueOf(whole) : value;
    }

    private void insert(Row row) throws SQLException {
        List<Field<?>> columns =
                new ArrayList<>(isNew(row.table()) ? List.copyOf(row.values().keySet()) : content(row));
        List<@Nullable Object> values = values(row, columns);
        Field<?> number = row.table().number();
        if (number != null && !columns.contains(number)) {
            columns.add(number);
            values.add(next(row.table(), number));
        }
        if (row.table().table().equals(RUNS)) {
            columns.add(RUNS.TOKEN);
            values.add(RunRepository.freshToken(session));
        }
        PreparedStatement insert = prepared("INSERT INTO \"%s\" (%s) VALUES (%s)"
                .formatted(
                        row.table().name(),
                        ExportedTable.names(columns),
                        columns.stream().map(_ -> "?").collect(Collectors.joining(", "))));
        bind(insert, values);
        int _ = insert.executeUpdate();
    }

    private long next(ExportedTable table, Field<?> number) throws SQLException {
        PreparedStatement last =
                prepared("SELECT coalesce(max(\"%s\"), 0) + 1 FROM \"%s\"".formatted(number.getName(), table.name()));
        try (ResultSet found = last.executeQuery()) {
            return found.next() ? found.getLong(1) : 1;
        }
    }

    /// The columns that the file gives, but for the one that only says a place.
    private static List<Field<?>> content(Row row) {
        return row.values().keySet().stream()
                .filter(column -> !column.equals(row.table().number()))
                .toList();
    }

    private static List<@Nullable Object> values(Row row, List<Field<?>> columns) {
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(row.value(column)));
        return values;
    }

    private static String equal(List<Field<?>> columns) {
        return columns.stream()
                .map(column -> "\"%s\" IS ?".formatted(column.getName()))
                .collect(Collectors.joining(" AND "));
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object> values) throws SQLException {
        for (int index = 0; index < values.size(); index++) {
            statement.setObject(index + 1, values.get(index));
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }
}
