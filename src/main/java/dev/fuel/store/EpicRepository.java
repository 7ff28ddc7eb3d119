package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.EPICS;
import static dev.fuel.store.jooq.Tables.EPIC_OVERVIEW;
import static dev.fuel.store.jooq.Tables.INBOX;
import static dev.fuel.store.jooq.Tables.TASKS;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.Word;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.epic.EpicStatus;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.store.jooq.tables.records.EpicOverviewRecord;
import dev.fuel.store.jooq.tables.records.EpicsRecord;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Param;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
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

    /// Epics that are done and about which nobody has been asked, or that are not done and about which somebody
    /// has.
    public List<EpicId> inQuestion() {
        return KeptQueries.get(session.sql(), "epics in question", this::selectInQuestion)
                .fetch(row -> new EpicId(row.get(EPICS.ID)));
    }

    private Select<Record1<String>> selectInQuestion() {
        Condition anyTask = DSL.exists(DSL.selectOne().from(TASKS).where(TASKS.EPIC_ID.eq(EPICS.ID)));
        Condition openTask = DSL.exists(DSL.selectOne()
                .from(TASKS)
                .where(
                        TASKS.EPIC_ID.eq(EPICS.ID),
                        TASKS.STATUS.in(inline(
                                TaskStatus.OPEN, TaskStatus.IN_PROGRESS, TaskStatus.REVIEW, TaskStatus.NEEDS_WORK))));
        Condition asked = DSL.exists(DSL.selectOne()
                .from(INBOX)
                .where(
                        INBOX.ACTIONED_AT.isNull(),
                        INBOX.RELATED_EPIC_ID.eq(EPICS.ID),
                        INBOX.RELATED_TASK_ID.isNull(),
                        INBOX.TYPE.in(
                                inline(InboxType.EPIC_REVIEW, InboxType.MERGE_CONFLICT, InboxType.MERGE_BLOCKED))));
        Condition done = anyTask.andNot(openTask);
        return session.sql()
                .select(EPICS.ID)
                .from(EPICS)
                .where(
                        EPICS.APPROVED_AT.isNull(),
                        done.andNot(asked).or(DSL.not(done).and(asked)));
    }

    private static List<Param<String>> inline(Word... words) {
        return Stream.of(words).map(word -> DSL.inline(word.word())).toList();
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

    /// A person has looked at it; that decides nothing.
    public void markReviewed(EpicId id) {
        set(id, EPICS.REVIEWED_AT, session.now());
    }

    /// A person signs it off, after its work has landed.
    ///
    /// @throws Refusal if a task of it is still open, or it has been approved before
    public void approve(EpicId id) {
        Epic epic = get(id);
        if (epic.approvedAt() != null) {
            throw new Refusal("already_approved", "%s has been approved by %s".formatted(id, epic.approvedBy()));
        }
        requireNoOpenTask(id);
        set(id, EPICS.APPROVED_BY, session.actor().value());
        set(id, EPICS.APPROVED_AT, session.now());
        session.record(id.value(), "epic_approved", epic.status().word(), EpicStatus.APPROVED.word(), null);
        session.scores().of(id);
    }

    /// @throws Refusal that names the tasks of the epic that are neither closed nor cancelled
    public void requireNoOpenTask(EpicId id) {
        List<String> open = session.sql()
                .select(TASKS.ID)
                .from(TASKS)
                .where(
                        TASKS.EPIC_ID.eq(id.value()),
                        TASKS.STATUS.notIn(TaskStatus.CLOSED.word(), TaskStatus.CANCELLED.word()))
                .orderBy(TASKS.SEQ)
                .fetch(TASKS.ID);
        if (!open.isEmpty()) {
            throw new Refusal(
                    "epic_has_open_tasks",
                    "cannot approve %s: not done yet: %s".formatted(id, String.join(", ", open)));
        }
    }

    /// A person wants more; the follow-up task is added by the caller in the same transaction.
    public void requestChanges(EpicId id, String reason) {
        Epic epic = get(id);
        if (epic.approvedAt() != null) {
            throw new Refusal("already_approved", "%s has been approved: add a new epic or task".formatted(id));
        }
        set(id, EPICS.CHANGES_REQUESTED_AT, session.now());
        session.record(
                id.value(),
                "epic_changes_requested",
                epic.status().word(),
                EpicStatus.CHANGES_REQUESTED.word(),
                reason);
        session.scores().of(id);
    }

    private <T> void set(EpicId id, TableField<EpicsRecord, T> field, @Nullable T value) {
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
