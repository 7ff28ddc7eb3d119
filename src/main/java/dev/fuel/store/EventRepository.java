package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.EVENTS;

import dev.fuel.domain.Actor;
import dev.fuel.domain.Event;
import dev.fuel.store.jooq.tables.records.EventsRecord;
import java.util.List;
import org.jooq.impl.DSL;

/// The audit log. The repositories write it; nothing changes it.
public final class EventRepository {
    private final Session session;

    EventRepository(Session session) {
        this.session = session;
    }

    /// Events after the one with this number, oldest first.
    public List<Event> since(long seq, int limit) {
        return KeptQueries.get(
                        session.sql(),
                        "events",
                        () -> session.sql()
                                .selectFrom(EVENTS)
                                .where(EVENTS.SEQ.gt(seq))
                                .orderBy(EVENTS.SEQ)
                                .limit(limit),
                        seq,
                        limit)
                .fetch(EventRepository::event);
    }

    /// The latest events, latest first.
    public List<Event> latest(int limit) {
        return session.sql()
                .selectFrom(EVENTS)
                .orderBy(EVENTS.SEQ.desc())
                .limit(limit)
                .fetch(EventRepository::event);
    }

    /// The latest events of one entity, latest first.
    public List<Event> of(String entityId, int limit) {
        return session.sql()
                .selectFrom(EVENTS)
                .where(EVENTS.ENTITY_ID.eq(entityId))
                .orderBy(EVENTS.SEQ.desc())
                .limit(limit)
                .fetch(EventRepository::event);
    }

    /// The number of the latest event; 0 if there is none.
    public long lastSeq() {
        Long last = session.sql()
                .select(DSL.max(EVENTS.SEQ))
                .from(EVENTS)
                .fetchSingle()
                .value1();
        return last == null ? 0 : last;
    }

    /// Writes a line about something that no repository changes, such as the start of a consumer.
    ///
    /// @param entityId what it is about; `project` for the whole
    /// @param what     a stable snake_case word
    public void add(String entityId, String what, String detail) {
        session.record(entityId, what, null, null, detail);
    }

    private static Event event(EventsRecord row) {
        return new Event(
                row.getSeq(),
                row.getAt(),
                new Actor(row.getActor()),
                row.getEntityId(),
                row.getWhat(),
                row.getFromState(),
                row.getToState(),
                row.getDetail());
    }
}
