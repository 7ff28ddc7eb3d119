package dev.fuel.store;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Query;

/// The queries that a consumer gives many times for each task: built, rendered and prepared once for each connection,
/// and given again with other values. Rendering costs several times what SQLite needs to answer them.
///
/// Owned, like its connection, by one thread at a time.
final class KeptQueries {
    private static final String KEY = KeptQueries.class.getName();

    private final Map<String, Query> kept = new HashMap<>();

    private KeptQueries() {}

    /// The query of that name, made the first time.
    ///
    /// @param query makes it, with the values in the order in which they are bound later
    @SuppressWarnings("unchecked") // a name always stands for the same query
    static <Q extends Query> Q get(DSLContext sql, String name, Supplier<Q> query) {
        var queries = (KeptQueries) sql.configuration().data().computeIfAbsent(KEY, _ -> new KeptQueries());
        return (Q) queries.kept.computeIfAbsent(name, _ -> query.get());
    }
}
