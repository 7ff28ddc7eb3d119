package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.REQUESTS;

import dev.fuel.domain.Actor;
import dev.fuel.domain.Request;
import dev.fuel.store.jooq.tables.records.RequestsRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What other processes ask of the consumer.
public final class RequestRepository {
    private final Session session;

    RequestRepository(Session session) {
        this.session = session;
    }

    /// @param kind      what to do, a stable snake_case word
    /// @param target    an id, or empty
    /// @param notBefore until then it may be taken back; null asks for it at once
    public Request post(String kind, String target, @Nullable String text, @Nullable Instant notBefore) {
        RequestsRecord row = session.sql()
                .insertInto(REQUESTS)
                .set(REQUESTS.KIND, kind)
                .set(REQUESTS.TARGET, target)
                .set(REQUESTS.TEXT, text)
                .set(REQUESTS.BY, session.actor().value())
                .set(REQUESTS.AT, session.now())
                .set(REQUESTS.NOT_BEFORE, notBefore)
                .returning()
                .fetchSingle();
        session.record(entity(target), "request_" + kind, null, "asked", text);
        return request(row);
    }

    public Optional<Request> find(long id) {
        return session.sql()
                .selectFrom(REQUESTS)
                .where(REQUESTS.ID.eq((int) id))
                .fetchOptional(RequestRepository::request);
    }

    /// What is to be done now, oldest first.
    public List<Request> open() {
        return session.sql()
                .selectFrom(REQUESTS)
                .where(
                        REQUESTS.DONE_AT.isNull(),
                        REQUESTS.NOT_BEFORE.isNull().or(REQUESTS.NOT_BEFORE.le(session.now())))
                .orderBy(REQUESTS.ID)
                .fetch(RequestRepository::request);
    }

    /// Everything that has not been done, also what is to be done later, oldest first.
    public List<Request> pending() {
        return KeptQueries.get(
                        session.sql(),
                        "pending requests",
                        () -> session.sql()
                                .selectFrom(REQUESTS)
                                .where(REQUESTS.DONE_AT.isNull())
                                .orderBy(REQUESTS.ID))
                .fetch(RequestRepository::request);
    }

    /// When the next request that is still to come is due.
    public Optional<Instant> nextDue() {
        return session.sql()
                .select(REQUESTS.NOT_BEFORE)
                .from(REQUESTS)
                .where(REQUESTS.DONE_AT.isNull(), REQUESTS.NOT_BEFORE.gt(session.now()))
                .orderBy(REQUESTS.NOT_BEFORE)
                .limit(1)
                .fetchOptional(REQUESTS.NOT_BEFORE);
    }

    /// @param result what became of it, in words
    /// @return whether it was open
    public boolean done(long id, String result) {
        Optional<RequestsRecord> done = session.sql()
                .update(REQUESTS)
                .set(REQUESTS.DONE_AT, session.now())
                .set(REQUESTS.RESULT, result)
                .where(REQUESTS.ID.eq((int) id), REQUESTS.DONE_AT.isNull())
                .returning()
                .fetchOptional();
        done.ifPresent(
                row -> session.record(entity(row.getTarget()), "request_" + row.getKind(), "asked", "done", result));
        return done.isPresent();
    }

    /// Takes a request back that is not due yet: what is due may be under way.
    ///
    /// @return whether that was still possible
    public boolean takeBack(long id) {
        Optional<RequestsRecord> deleted = session.sql()
                .deleteFrom(REQUESTS)
                .where(REQUESTS.ID.eq((int) id), REQUESTS.DONE_AT.isNull(), REQUESTS.NOT_BEFORE.gt(session.now()))
                .returning()
                .fetchOptional();
        deleted.ifPresent(row ->
                session.record(entity(row.getTarget()), "request_" + row.getKind(), "asked", "taken_back", null));
        return deleted.isPresent();
    }

    /// Makes a request due that is still to come.
    public void hasten(long id) {
        session.sql()
                .update(REQUESTS)
                .set(REQUESTS.NOT_BEFORE, session.now())
                .where(REQUESTS.ID.eq((int) id), REQUESTS.DONE_AT.isNull(), REQUESTS.NOT_BEFORE.gt(session.now()))
                .execute();
    }

    /// Whether a request of that kind about the target was carried out since then.
    public boolean wasDone(String kind, String target, Instant since) {
        return session.sql()
                .fetchExists(
                        REQUESTS,
                        REQUESTS.KIND.eq(kind),
                        REQUESTS.TARGET.eq(target),
                        REQUESTS.DONE_AT.gt(since),
                        REQUESTS.RESULT.notLike("refused:%"));
    }

    private static String entity(String target) {
        return target.isEmpty() ? StateRepository.PROJECT : target;
    }

    private static Request request(RequestsRecord row) {
        return new Request(
                row.getId(),
                row.getKind(),
                row.getTarget(),
                row.getText(),
                new Actor(row.getBy()),
                row.getAt(),
                row.getNotBefore(),
                row.getDoneAt(),
                row.getResult());
    }
}
