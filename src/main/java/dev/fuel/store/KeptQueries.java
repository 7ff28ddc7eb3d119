package dev.fuel.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.Record;
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

    private final Map<String, Kept> kept = new HashMap<>();

    private KeptQueries() {}

    /// The query of that name, made the first time.
    ///
    /// @param query  makes it, with these values in it
    /// @param values those that differ from one time to the next, in the order in which they stand in the query
    @SuppressWarnings("unchecked") // a name always stands for the same query
    static <Q extends Query> Q get(DSLContext sql, String name, Supplier<Q> query, @Nullable Object... values) {
        Map<String, Kept> queries = of(sql).kept;
        Kept known = queries.get(name);
        if (known == null) {
            Q made = query.get();
            Query _ = made.keepStatement(true); // the same one, but not as the step that the caller goes on from
            queries.put(name, new Kept(made));
            return made;
        }
        return (Q) known.with(values);
    }

    /// Inserts a row of the fields that were set in it, always the same ones under one name.
    static void insert(DSLContext sql, String name, Table<?> table, Record row) {
        Map<Field<?>, @Nullable Object> fields = fieldsSetIn(row);
        get(sql, name, () -> sql.insertInto(table).set(fields), fields.values().toArray())
                .execute();
    }

    /// As {@link #insert}, or gives the row that has the same key the other values.
    static void insertOrReplace(DSLContext sql, String name, Table<?> table, Field<?> key, Record row) {
        Map<Field<?>, @Nullable Object> fields = fieldsSetIn(row);
        get(
                        sql,
                        name,
                        () -> sql.insertInto(table)
                                .set(fields)
                                .onConflict(key)
                                .doUpdate()
                                .setAllToExcluded(),
                        fields.values().toArray())
                .execute();
    }

    /// Changes the fields that were set in one row where those set in the other are equal to it, always the same
    /// ones under one name; what identifies a row is never null.
    ///
    /// @return how many rows were changed
    static int update(DSLContext sql, String name, Table<?> table, Record changes, Record where) {
        Map<Field<?>, @Nullable Object> fields = fieldsSetIn(changes);
        Map<Field<?>, @Nullable Object> keys = fieldsSetIn(where);
        List<@Nullable Object> values = new ArrayList<>(fields.values());
        values.addAll(keys.values());
        return get(sql, name, () -> sql.update(table).set(fields).where(equal(keys)), values.toArray())
                .execute();
    }

    /// Not jOOQ's condition of a map: that makes its values anew at each look, so none could be given another.
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

    private static KeptQueries of(DSLContext sql) {
        return (KeptQueries) sql.configuration().data().computeIfAbsent(KEY, _ -> new KeptQueries());
    }

    private static final class Kept {
        private final Query query;
        private Param<?> @Nullable [] params;

        Kept(Query query) {
            this.query = query;
        }

        /// As jOOQ's own `bind`, which walks through the whole query for each value.
        @SuppressWarnings("removal") // jOOQ warns of values that change; once it has none, its own `bind` is left
        Query with(@Nullable Object... values) {
            if (params == null) {
                params = query.getParams().values().stream()
                        .filter(param -> !param.isInline())
                        .toArray(Param<?>[]::new);
            }
            if (params.length != values.length) {
                throw new IllegalStateException(
                        "%d values for the %d of: %s".formatted(values.length, params.length, query));
            }
            for (int index = 0; index < values.length; index++) {
                params[index].setConverted(values[index]);
            }
            return query;
        }
    }
}
