package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.EPICS;
import static dev.fuel.store.jooq.Tables.FOREIGN_IDS;
import static dev.fuel.store.jooq.Tables.TASKS;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.exchange.ForeignIssue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was imported from other trackers: its ids there, and what it was before it came.
public final class ForeignIdRepository {
    private final Session session;

    ForeignIdRepository(Session session) {
        this.session = session;
    }

    /// Everything that has come from there, by its id there.
    public Map<String, Identifier> of(String source) {
        Map<String, Identifier> known = new HashMap<>();
        session.sql()
                .select(FOREIGN_IDS.FOREIGN_ID, FOREIGN_IDS.ENTITY_ID)
                .from(FOREIGN_IDS)
                .where(FOREIGN_IDS.SOURCE.eq(source))
                .forEach(row -> known.put(row.value1(), identifier(row.value2())));
        return known;
    }

    /// A task that has just been added is that issue: with its times, and, where it is closed there, closed from the
    /// beginning.
    public void isIssue(TaskId task, String source, ForeignIssue issue) {
        Instant created = times(issue.createdAt());
        Instant updated = times(issue.updatedAt());
        session.sql()
                .update(TASKS)
                .set(TASKS.CREATED_AT, created)
                .set(TASKS.UPDATED_AT, updated)
                .set(TASKS.STATUS, issue.closed() ? TaskStatus.CLOSED.word() : TaskStatus.OPEN.word())
                .set(TASKS.CLOSED_AT, issue.closed() ? orElse(issue.closedAt(), updated) : null)
                .set(TASKS.REASON, issue.closed() ? issue.reason() : issue.heldBecause())
                .where(TASKS.ID.eq(task.value()))
                .execute();
        put(task, source, issue);
    }

    /// An epic that has just been added is that issue.
    public void isIssue(EpicId epic, String source, ForeignIssue issue) {
        session.sql()
                .update(EPICS)
                .set(EPICS.CREATED_AT, times(issue.createdAt()))
                .set(EPICS.UPDATED_AT, times(issue.updatedAt()))
                .where(EPICS.ID.eq(epic.value()))
                .execute();
        put(epic, source, issue);
    }

    private void put(Identifier id, String source, ForeignIssue issue) {
        session.sql()
                .insertInto(FOREIGN_IDS)
                .set(FOREIGN_IDS.SOURCE, source)
                .set(FOREIGN_IDS.FOREIGN_ID, issue.id())
                .set(FOREIGN_IDS.ENTITY_ID, id.value())
                .execute();
        session.record(
                id.value(),
                "imported",
                null,
                issue.closed() ? TaskStatus.CLOSED.word() : null,
                "%s %s".formatted(source, issue.id()));
    }

    private Instant times(@Nullable Instant instant) {
        return orElse(instant, session.now());
    }

    private static Instant orElse(@Nullable Instant instant, Instant other) {
        return Objects.requireNonNullElse(instant, other).truncatedTo(ChronoUnit.MILLIS);
    }

    private static Identifier identifier(String value) {
        return value.startsWith(EpicId.PREFIX) ? new EpicId(value) : new TaskId(value);
    }
}
