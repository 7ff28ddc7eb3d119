package dev.fuel.store;

import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Field;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Writes an export: one JSON object a line, a heading first that says how many rows of each table follow. The same
/// state gives the same bytes.
final class ExportWriter {
    static final String SCHEMA = "schema_version";
    static final String ROWS = "rows";
    static final String TABLE = "table";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .rootValueSeparator("\n")
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final Connection connection;
    private final JsonGenerator generator;

    private ExportWriter(Connection connection, JsonGenerator generator) {
        this.connection = connection;
        this.generator = generator;
    }

    /// The rows are counted before the first byte is written: that takes the snapshot, and from then on nothing can
    /// make the transaction begin again.
    ///
    /// @return how many rows of each table were written
    static Map<String, Long> write(Connection connection, OutputStream out) throws SQLException {
        Map<String, Long> counts = count(connection);
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            var writer = new ExportWriter(connection, generator);
            writer.writeHeading(counts);
            for (ExportedTable table : ExportedTables.EXPORTED) {
                writer.writeRows(table);
            }
            generator.writeRaw('\n');
        }
        return counts;
    }

    private static Map<String, Long> count(Connection connection) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (ExportedTable table : ExportedTables.EXPORTED) {
            counts.put(
                    table.name(), (long) Sql.number(connection, "SELECT count(*) FROM \"%s\"".formatted(table.name())));
        }
        return counts;
    }

    private void writeHeading(Map<String, Long> counts) {
        generator.writeStartObject();
        generator.writeNumberProperty(SCHEMA, Migrations.NEWEST);
        generator.writeObjectPropertyStart(ROWS);
        counts.forEach(generator::writeNumberProperty);
        generator.writeEndObject();
        generator.writeEndObject();
    }

    private void writeRows(ExportedTable table) throws SQLException {
        try (var statement = connection.prepareStatement(table.select());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                generator.writeStartObject();
                generator.writeStringProperty(TABLE, table.name());
                int index = 1;
                for (Field<?> column : table.columns()) {
                    write(column.getName(), rows.getObject(index++));
                }
                generator.writeEndObject();
            }
        }
    }

    /// SQLite has no other values in these tables; a null is written, so that a key is always there.
    private void write(String name, Object value) {
        switch (value) {
            case null -> generator.writeNullProperty(name);
            case String text -> generator.writeStringProperty(name, text);
            case Integer whole -> generator.writeNumberProperty(name, whole);
            case Long whole -> generator.writeNumberProperty(name, whole);
            case Double real -> generator.writeNumberProperty(name, real);
            default -> throw new IllegalStateException("%s holds a %s".formatted(name, value.getClass()));
        }
    }
}
