package dev.fuel.store;

import dev.fuel.domain.Identifier;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// Ids that nothing has yet, and places in the order of creation. Safe because only one transaction writes at a time.
final class FreshId {
    /// Far more than a table with fewer than a million rows needs.
    private static final int MOST_TRIES = 1_000;

    private FreshId() {}

    static String of(Session session, String prefix, Table<? extends Record> table, Field<String> id) {
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            String candidate = Identifier.random(prefix, session.random());
            if (isFree(session, table, id, candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("no free id with prefix %s after %d tries".formatted(prefix, MOST_TRIES));
    }

    static boolean isFree(Session session, Table<? extends Record> table, Field<String> id, String candidate) {
        return !KeptQueries.get(
                        session.sql(),
                        "free " + table.getName(),
                        () -> session.sql().select(id).from(table).where(id.eq(candidate)),
                        candidate)
                .any();
    }

    static long nextSeq(Session session, Table<? extends Record> table, Field<Long> seq) {
        return 1
                + KeptQueries.get(
                                session.sql(),
                                "last " + table.getName(),
                                () -> session.sql().select(DSL.max(seq)).from(table))
                        .fetchFirst(row -> row.value1())
                        .orElse(0L);
    }
}
