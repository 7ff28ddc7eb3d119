package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.FOREIGN_IDS;
import static dev.fuel.store.jooq.Tables.TASKS;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.NewTask;
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

    /// Adds a task that is that issue: with its times, held where something keeps it there, and closed from the
    /// beginning where it is closed there.
    ///
    /// @throws dev.fuel.domain.Refusal as {@link TaskRepository#add}
    public TaskId addTask(NewTask task, String source, ForeignIssue issue) {
        TasksRecord row = session.tasks().fresh(task);
        Instant updated = times(issue.updatedAt());
        row.setCreatedAt(times(issue.createdAt()));
        row.setUpdatedAt(updated);
        row.setStatus(issue.closed() ? TaskStatus.CLOSED.word() : TaskStatus.OPEN.word());
        row.setClosedAt(issue.closed() ? orElse(issue.closedAt(), updated) : null);
        row.setReason(issue.closed() ? issue.reason() : issue.heldBecause());
        row.setHeldBy(issue.heldBecause() == null ? "" : Hold.PERSON.word());
        KeptQueries.insert(session.sql(), "new task from elsewhere", TASKS, row);
        TaskId id = new TaskId(row.getId());
        session.tasks().hasCome(id, task);
        if (issue.heldBecause() != null) {
            session.record(id.value(), "task_held", null, Hold.PERSON.word(), issue.heldBecause());
        }
        put(id, source, issue);
        return id;
    }

    /// Adds an epic that is that issue: with its times, and held where something keeps it there.
    ///
    /// @throws dev.fuel.domain.Refusal as {@link EpicRepository#add}
    public EpicId addEpic(@Nullable String baseBranch, String source, ForeignIssue issue) {
        String description = NewTask.requireDescription(issue.description());
        EpicId epic = session.epics()
                .insert(issue.title(), description, baseBranch, times(issue.createdAt()), times(issue.updatedAt()));
        if (issue.heldBecause() != null) {
            session.epics().hold(epic, Hold.PERSON);
        }
        put(epic, source, issue);
        return epic;
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
