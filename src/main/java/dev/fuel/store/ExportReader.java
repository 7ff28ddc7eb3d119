package dev.fuel.store;

import dev.fuel.domain.Refusal;
import dev.fuel.exchange.TextLines;
import dev.fuel.exchange.TextLines.Line;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads an export line by line, and refuses one that is broken, cut off, or made by a newer Fuel.
final class ExportReader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final TextLines lines;
    private final Map<String, Long> announced;
    private final Map<String, Long> found = new HashMap<>();
    private int place;

    /// One row, as the file tells it.
    ///
    /// @param values by column, in the file's order: texts, whole numbers, reals and nulls
    record Row(Line line, ExportedTable table, Map<Field<?>, @Nullable Object> values) {
        @Nullable
        Object value(Field<?> column) {
            return values.get(column);
        }
    }

    /// @throws Refusal if the first line is not an export's, or one of a newer Fuel
    ExportReader(TextLines lines) {
        this.lines = lines;
        this.announced = heading(lines.next().orElseThrow(() -> notAnExport("it is empty")));
    }

    /// The next row; empty after the last one.
    ///
    /// @throws Refusal if the line is broken, or the export ends before all is there that it announces
    Optional<Row> next() {
        Optional<Line> line = lines.next();
        if (line.isEmpty()) {
            checkCounts();
            return Optional.empty();
        }
        Row row = row(line.get());
        found.merge(row.table().name(), 1L, Long::sum);
        return Optional.of(row);
    }

    private void checkCounts() {
        List<String> missing = new ArrayList<>();
        announced.forEach((table, rows) -> {
            long there = found.getOrDefault(table, 0L);
            if (there != rows) {
                missing.add("%d of %d %s".formatted(there, rows, table));
            }
        });
        if (!missing.isEmpty()) {
            throw new Refusal(
                    "cut_off",
                    "the export is not whole, it has %s: export again".formatted(String.join(", ", missing)));
        }
    }

    private static Map<String, Long> heading(Line line) {
        Map<String, @Nullable Object> values;
        try {
            values = object(line);
        } catch (Refusal notJson) {
            throw notAnExport("its first line is not a JSON object");
        }
        if (!(values.get(ExportWriter.SCHEMA) instanceof Long schema)
                || !(values.get(ExportWriter.ROWS) instanceof Map<?, ?> rows)) {
            throw notAnExport("its first line has no %s and %s".formatted(ExportWriter.SCHEMA, ExportWriter.ROWS));
        }
        if (schema > Migrations.NEWEST) {
            throw new Refusal(
                    "newer_export",
                    "the export has schema %d, but this fuel knows only up to %d: update to a fuel with schema %d or newer"
                            .formatted(schema, Migrations.NEWEST, schema));
        }
        Map<String, Long> announced = new LinkedHashMap<>();
        rows.forEach((table, count) -> {
            if (!(count instanceof Long number)) {
                throw line.broken("how many %s there are is not a number".formatted(table));
            }
            announced.put(String.valueOf(table), number);
        });
        return announced;
    }

    private static Refusal notAnExport(String why) {
        return new Refusal(
                "not_an_export",
                "not an export of fuel: %s (`--from beads` and `--from github` read what others wrote)".formatted(why));
    }

    private Row row(Line line) {
        Map<String, @Nullable Object> values = object(line);
        if (!(values.remove(ExportWriter.TABLE) instanceof String name)) {
            throw line.broken("it does not name its table");
        }
        ExportedTable table = ExportedTables.find(name)
                .orElseThrow(() -> line.broken("there is no table \"%s\" in an export".formatted(name)));
        int here = ExportedTables.EXPORTED.indexOf(table);
        if (here < place) {
            throw line.broken("rows of %s must stand before those of %s"
                    .formatted(name, ExportedTables.EXPORTED.get(place).name()));
        }
        place = here;
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            Field<?> column = table.column(key)
                    .orElseThrow(() -> line.broken("%s have no column \"%s\" in an export".formatted(name, key)));
            row.put(column, checked(line, column, value));
        });
        return new Row(line, table, row);
    }

    /// The value, if the column can hold it: an instant that is none would be found out by whoever reads it next.
    private static @Nullable Object checked(Line line, Field<?> column, @Nullable Object value) {
        Class<?> stored = column.getDataType().getConverter().fromType();
        boolean fits = switch (value) {
            case null -> true;
            case String text -> stored == String.class && !(isInstant(column) && !isCanonical(text));
            case Long _ -> Number.class.isAssignableFrom(stored);
            case Double _ -> isReal(stored);
            default -> false;
        };
        if (!fits) {
            throw line.broken("\"%s\" cannot be %s".formatted(column.getName(), value));
        }
        return value instanceof Long whole && isReal(stored) ? Double.valueOf(whole) : value;
    }

    private static boolean isReal(Class<?> stored) {
        return stored == Double.class || stored == Float.class;
    }

    private static boolean isInstant(Field<?> column) {
        return column.getType() == Instant.class;
    }

    private static boolean isCanonical(String text) {
        try {
            return text.equals(InstantText.of(Instant.parse(text)));
        } catch (DateTimeParseException notAnInstant) {
            return false;
        }
    }

    /// One object a line: its texts, numbers and nulls, and objects of such.
    private static Map<String, @Nullable Object> object(Line line) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line.text())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw line.broken("not a JSON object");
            }
            Map<String, @Nullable Object> values = fields(line, parser);
            if (parser.nextToken() != null) {
                throw line.broken("more than one JSON object");
            }
            return values;
        } catch (JacksonException cause) {
            throw line.broken("not JSON: " + cause.getOriginalMessage());
        }
    }

    private static Map<String, @Nullable Object> fields(Line line, JsonParser parser) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            values.put(
                    name,
                    switch (token) {
                        case VALUE_NULL -> null;
                        case VALUE_STRING -> parser.getString();
                        case VALUE_NUMBER_INT -> parser.getLongValue();
                        case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
                        case START_OBJECT -> fields(line, parser);
                        default -> throw line.broken("\"%s\" is neither a text nor a number".formatted(name));
                    });
        }
        return values;
    }
}
