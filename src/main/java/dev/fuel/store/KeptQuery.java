package dev.fuel.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.TableField;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;

/// A reading query that is kept, see {@link KeptQueries}, with its next values.
final class KeptQuery<R extends Record> {
    private final DSLContext context;
    private final KeptStatement statement;
    private final Class<? extends R> type;
    private final Field<?>[] fields;
    private final Column<?>[] columns;
    private @Nullable Object[] values = {};

    KeptQuery(DSLContext context, ResultQuery<R> query) {
        this.context = context;
        this.statement = new KeptStatement(context, query);
        this.type = query.getRecordType();
        this.fields = query.fields();
        Field<?>[] own = emptyRow().fields();
        this.columns = new Column<?>[own.length];
        for (int index = 0; index < own.length; index++) {
            columns[index] = Column.of(own[index]);
        }
    }

    KeptQuery<R> with(@Nullable Object... next) {
        values = next;
        return this;
    }

    <T> List<T> fetch(Function<? super R, ? extends T> mapping) {
        List<T> mapped = new ArrayList<>();
        forEach(row -> mapped.add(mapping.apply(row)));
        return mapped;
    }

    /// The first row.
    <T> Optional<T> fetchFirst(Function<? super R, ? extends @Nullable T> mapping) {
        List<R> rows = rows();
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(mapping.apply(rows.getFirst()));
    }

    void forEach(Consumer<? super R> reader) {
        rows().forEach(reader);
    }

    /// Whether there is any row.
    boolean any() {
        return statement.query(ResultSet::next, values);
    }

    /// All of them before anything is made of the first, so that the same query can be given meanwhile.
    private List<R> rows() {
        return statement.query(
                found -> {
                    List<R> rows = new ArrayList<>();
                    while (found.next()) {
                        rows.add(row(found));
                    }
                    return rows;
                },
                values);
    }

    private R row(ResultSet found) throws SQLException {
        R row = emptyRow();
        for (int index = 0; index < columns.length; index++) {
            columns[index].copy(found, index + 1, row);
        }
        return row;
    }

    private R emptyRow() {
        R row = type.cast(
                TableRecord.class.isAssignableFrom(type) && fields[0] instanceof TableField<?, ?> ofTable
                        ? context.newRecord(ofTable.getTable())
                        : context.newRecord(fields));
        // Else jOOQ makes settings of its own for each key that is set.
        row.attach(context.configuration());
        return row;
    }

    private record Column<T>(Field<T> field, Stored stored, Converter<Object, T> converter) {
        @SuppressWarnings("unchecked") // what is stored is of the type that the converter is from
        static <T> Column<T> of(Field<T> field) {
            return new Column<>(
                    field, Stored.as(field.getConverter().fromType()), (Converter<Object, T>) field.getConverter());
        }

        void copy(ResultSet from, int index, Record to) throws SQLException {
            to.set(field, converter.from(stored.read(from, index)));
        }
    }

    /// The types of SQLite's values, as the columns of the schema have them.
    private enum Stored {
        TEXT {
            @Override
            @Nullable
            Object read(ResultSet from, int index) throws SQLException {
                return from.getString(index);
            }
        },
        INTEGER {
            @Override
            @Nullable
            Object read(ResultSet from, int index) throws SQLException {
                int value = from.getInt(index);
                return value == 0 && from.wasNull() ? null : value;
            }
        },
        LONG {
            @Override
            @Nullable
            Object read(ResultSet from, int index) throws SQLException {
                long value = from.getLong(index);
                return value == 0 && from.wasNull() ? null : value;
            }
        },
        REAL {
            @Override
            @Nullable
            Object read(ResultSet from, int index) throws SQLException {
                double value = from.getDouble(index);
                return value == 0 && from.wasNull() ? null : value;
            }
        };

        abstract @Nullable Object read(ResultSet from, int index) throws SQLException;

        static Stored as(Class<?> type) {
            if (type == String.class) {
                return TEXT;
            }
            if (type == Integer.class) {
                return INTEGER;
            }
            if (type == Long.class) {
                return LONG;
            }
            if (type == Double.class) {
                return REAL;
            }
            throw new IllegalArgumentException("no column of the schema is a " + type);
        }
    }
}
