package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.EPICS;
import static dev.fuel.store.jooq.Tables.FOREIGN_IDS;
import static dev.fuel.store.jooq.Tables.TASKS;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.exchange.ForeignIssue;
import dev.fuel.store.jooq.tables.records.ForeignIdsRecord;
import dev.fuel.store.jooq.tables.records.TasksRecord;
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
        TasksRecord changes = new TasksRecord();
        changes.setCreatedAt(created);
        changes.setUpdatedAt(updated);
        changes.setStatus(issue.closed() ? TaskStatus.CLOSED.word() : TaskStatus.OPEN.word());
        changes.setClosedAt(issue.closed() ? orElse(issue.closedAt(), updated) : null);
        changes.setReason(issue.closed() ? issue.reason() : issue.heldBecause());
        TasksRecord where = new TasksRecord();
        where.setId(task.value());
        int _ = KeptQueries.update(session.sql(), "task is issue", TASKS, changes, where);
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
        ForeignIdsRecord row = new ForeignIdsRecord();
        row.setSource(source);
        row.setForeignId(issue.id());
        row.setEntityId(id.value());
        KeptQueries.insert(session.sql(), "new foreign id", FOREIGN_IDS, row);
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
