package dev.fuel.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The queries that a consumer gives many times for each task: built, rendered and prepared once for each connection,
/// and given again with other values. Rendering costs several times what SQLite needs to answer them, and to prepare a
/// change of a task means to compile all of its triggers.
///
/// What is the same each time is written into the query by {@link DSL#inline}; the other values are given.
///
/// Owned, like its connection, by one thread at a time.
final class KeptQueries {
    private static final String KEY = KeptQueries.class.getName();

    private final Map<String, KeptStatement> changes = new HashMap<>();
    private final Map<String, KeptQuery<?>> queries = new HashMap<>();

    private KeptQueries() {}

    /// The reading query of that name, made the first time.
    ///
    /// @param query  makes it, with any values in it
    /// @param values those that differ from one time to the next, in the order in which they stand in the query
    @SuppressWarnings("unchecked") // a name always stands for the same query
    static <R extends Record> KeptQuery<R> get(
            DSLContext sql, String name, Supplier<? extends ResultQuery<R>> query, @Nullable Object... values) {
        Map<String, KeptQuery<?>> queries = of(sql).queries;
        KeptQuery<?> known = queries.get(name);
        if (known == null) {
            known = new KeptQuery<>(sql, query.get());
            queries.put(name, known);
        }
        return ((KeptQuery<R>) known).with(values);
    }

    /// Carries out the change of that name, made the first time as in {@link #get}.
    ///
    /// @return how many rows were changed
    static int change(
            DSLContext sql, String name, Supplier<? extends RowCountQuery> query, @Nullable Object... values) {
        Map<String, KeptStatement> changes = of(sql).changes;
        KeptStatement known = changes.get(name);
        if (known == null) {
            known = new KeptStatement(sql, query.get());
            changes.put(name, known);
        }
        return known.execute(values);
    }

    /// Inserts a row of the fields that were set in it, always the same ones under one name.
    static void insert(DSLContext sql, String name, Table<?> table, Record row) {
        int _ = change(sql, name, () -> sql.insertInto(table).set(fieldsSetIn(row)), valuesSetIn(row));
    }

    /// As {@link #insert}, or gives the row that has the same key the other values.
    static void insertOrReplace(DSLContext sql, String name, Table<?> table, Field<?> key, Record row) {
        int _ = change(
                sql,
                name,
                () -> sql.insertInto(table)
                        .set(fieldsSetIn(row))
                        .onConflict(key)
                        .doUpdate()
                        .setAllToExcluded(),
                valuesSetIn(row));
    }

    /// Changes the fields that were set in one row where those set in the other are equal to it, always the same
    /// ones under one name; what identifies a row is never null.
    ///
    /// @return how many rows were changed
    static int update(DSLContext sql, String name, Table<?> table, Record changes, Record where) {
        return change(
                sql,
                name,
                () -> sql.update(table).set(fieldsSetIn(changes)).where(equal(fieldsSetIn(where))),
                Stream.of(valuesSetIn(changes), valuesSetIn(where))
                        .flatMap(Arrays::stream)
                        .toArray());
    }

    /// Not jOOQ's condition of a map: that makes its values anew at each look, so that they are no parameters.
    private static Condition equal(Map<Field<?>, @Nullable Object> keys) {
        return DSL.and(keys.entrySet().stream()
                .map(key -> equal(key.getKey(), key.getValue()))
                .toList());
    }

    private static <T> Condition equal(Field<T> field, @Nullable Object value) {
        return field.eq(DSL.val(value, field));
    }

    private static Map<Field<?>, @Nullable Object> fieldsSetIn(Record row) {
        Map<Field<?>, @Nullable Object> fields = new LinkedHashMap<>();
        for (int index = 0; index < row.size(); index++) {
            if (row.touched(index)) {
                fields.put(row.field(index), row.get(index));
            }
        }
        return fields;
    }

    /// In the order of {@link #fieldsSetIn}.
    private static @Nullable Object[] valuesSetIn(Record row) {
        @Nullable Object[] values = new Object[row.size()];
        int count = 0;
        for (int index = 0; index < values.length; index++) {
            if (row.touched(index)) {
                values[count++] = row.get(index);
            }
        }
        return Arrays.copyOf(values, count);
    }

    private static KeptQueries of(DSLContext sql) {
        return (KeptQueries) sql.configuration().data().computeIfAbsent(KEY, _ -> new KeptQueries());
    }
}
