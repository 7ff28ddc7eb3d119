package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.EPICS;
import static dev.fuel.store.jooq.Tables.EPIC_OVERVIEW;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.Word;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.epic.EpicStatus;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.NewTask;
import dev.fuel.store.jooq.tables.records.EpicOverviewRecord;
import dev.fuel.store.jooq.tables.records.EpicsRecord;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Record2;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Epics. Their status is derived from their tasks.
public final class EpicRepository {
    private final Session session;

    EpicRepository(Session session) {
        this.session = session;
    }

    /// @param baseBranch the branch that it will land on; null where there is no git
    /// @throws Refusal if the title is empty or too long
    public Epic add(String title, String description, @Nullable String baseBranch) {
        return get(insert(title, description, baseBranch, session.now(), session.now()));
    }

    /// As {@link #add}, with times of its own; the epic is not read.
    EpicId insert(String title, String description, @Nullable String baseBranch, Instant createdAt, Instant updatedAt) {
        EpicId id = new EpicId(FreshId.of(session, EpicId.PREFIX, EPICS, EPICS.ID));
        EpicsRecord row = new EpicsRecord();
        row.setId(id.value());
        row.setSeq(FreshId.nextSeq(session, EPICS, EPICS.SEQ));
        row.setTitle(NewTask.requireTitle(title));
        row.setDescription(description);
        row.setBaseBranch(baseBranch);
        row.setCreatedAt(createdAt);
        row.setUpdatedAt(updatedAt);
        KeptQueries.insert(session.sql(), "new epic", EPICS, row);
        session.record(id.value(), "epic_added", null, EpicStatus.PLANNING.word(), title);
        return id;
    }

    public Optional<Epic> find(EpicId id) {
        return select(EPICS.ID.eq(id.value())).stream().findFirst();
    }

    /// @throws Refusal if there is no such epic
    public Epic get(EpicId id) {
        return find(id).orElseThrow(() -> session.ids().unknown(IdKind.EPIC, id.value()));
    }

    /// Asked for each task that comes in, so without the count of the epic's tasks that {@link #get} makes.
    boolean isApproved(EpicId id) {
        return KeptQueries.get(
                        session.sql(),
                        "epic approved",
                        () -> session.sql()
                                .select(EPICS.APPROVED_AT)
                                .from(EPICS)
                                .where(EPICS.ID.eq(id.value())),
                        id.value())
                .fetchFirst(row -> row.get(EPICS.APPROVED_AT) != null)
                .orElseThrow(() -> session.ids().unknown(IdKind.EPIC, id.value()));
    }

    /// Whether there is any epic.
    public boolean exist() {
        return KeptQueries.get(
                        session.sql(),
                        "any epic",
                        () -> session.sql().select(EPICS.ID).from(EPICS).limit(DSL.inline(1)))
                .any();
    }

    /// All epics in the order of creation.
    public List<Epic> list() {
        return select(DSL.noCondition());
    }

    public void setTitle(EpicId id, String title) {
        set(id, EPICS.TITLE, NewTask.requireTitle(title));
    }

    public void setDescription(EpicId id, String description) {
        set(id, EPICS.DESCRIPTION, description);
    }

    public void setPlanFile(EpicId id, @Nullable String path) {
        set(id, EPICS.PLAN_FILE, path);
    }

    public void setBaseBranch(EpicId id, @Nullable String branch) {
        set(id, EPICS.BASE_BRANCH, branch);
    }

    public void setBranch(EpicId id, @Nullable String branch) {
        set(id, EPICS.BRANCH, branch);
    }

    /// What the primary says that the epic has come to; null where nobody could say it. It is not tried again
    /// before a task of the epic goes on.
    public void setSummary(EpicId id, @Nullable String summary) {
        set(id, EPICS.SUMMARY, summary);
        setSummaryTries(id, 0);
    }

    /// How often a summary may still be tried; afresh after each task that goes on.
    public int summaryTries(EpicId id) {
        return session.sql()
                .select(EPICS.SUMMARY_TRIES)
                .from(EPICS)
                .where(EPICS.ID.eq(id.value()))
                .fetchSingle()
                .get(EPICS.SUMMARY_TRIES);
    }

    /// An attempt at a summary has failed.
    public void countSummaryTry(EpicId id) {
        setSummaryTries(id, Math.max(0, summaryTries(id) - 1));
    }

    /// The run tells of it already.
    private void setSummaryTries(EpicId id, int tries) {
        session.sql()
                .update(EPICS)
                .set(EPICS.SUMMARY_TRIES, tries)
                .where(EPICS.ID.eq(id.value()))
                .execute();
    }

    /// Keeps all tasks of the epic from starting.
    public void hold(EpicId id, Hold by) {
        Set<Hold> holds = holds(id);
        if (holds.add(by)) {
            set(id, EPICS.HELD_BY, WordSet.of(holds));
        }
    }

    /// Takes one such reason away; the others stay.
    public void release(EpicId id, Hold by) {
        Set<Hold> holds = holds(id);
        if (holds.remove(by)) {
            set(id, EPICS.HELD_BY, WordSet.of(holds));
        }
    }

    private Set<Hold> holds(EpicId id) {
        Set<Hold> holds = EnumSet.noneOf(Hold.class);
        holds.addAll(get(id).heldBy());
        return holds;
    }

    /// Does nothing where it has that value.
    <T> void set(EpicId id, TableField<EpicsRecord, T> field, @Nullable T value) {
        int changed = session.sql()
                .update(EPICS)
                .set(field, value)
                .set(EPICS.UPDATED_AT, session.now())
                .where(EPICS.ID.eq(id.value()), field.isDistinctFrom(value))
                .execute();
        if (changed > 0) {
            session.record(id.value(), "epic_updated", null, null, EventDetail.of(field.getName(), value));
        }
    }

    private List<Epic> select(Condition condition) {
        return session.sql()
                .select(EPICS, EPIC_OVERVIEW)
                .from(EPICS)
                .join(EPIC_OVERVIEW)
                .on(EPIC_OVERVIEW.ID.eq(EPICS.ID))
                .where(condition)
                .orderBy(EPICS.SEQ)
                .fetch(EpicRepository::epic);
    }

    private static Epic epic(Record2<EpicsRecord, EpicOverviewRecord> row) {
        EpicsRecord epic = row.value1();
        EpicOverviewRecord overview = row.value2();
        return new Epic(
                new EpicId(epic.getId()),
                epic.getSeq(),
                epic.getTitle(),
                epic.getDescription(),
                Word.of(EpicStatus.class, overview.get(EPIC_OVERVIEW.STATUS, String.class)),
                overview.get(EPIC_OVERVIEW.TASKS, Integer.class),
                overview.get(EPIC_OVERVIEW.TASKS_OPEN, Integer.class),
                overview.get(EPIC_OVERVIEW.TASKS_CLOSED, Integer.class),
                epic.getPlanFile(),
                epic.getBaseBranch(),
                epic.getBranch(),
                WordSet.parse(Hold.class, epic.getHeldBy()),
                epic.getSummary(),
                epic.getCreatedAt(),
                epic.getUpdatedAt(),
                epic.getReviewedAt(),
                epic.getApprovedAt(),
                epic.getApprovedBy(),
                epic.getChangesRequestedAt());
    }
}
