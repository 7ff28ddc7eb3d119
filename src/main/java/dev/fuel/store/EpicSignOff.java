package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.EPICS;
import static dev.fuel.store.jooq.Tables.INBOX;
import static dev.fuel.store.jooq.Tables.TASKS;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.Word;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.epic.EpicStatus;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.task.TaskStatus;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Param;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/// Which epics wait for a person's word, and what it was.
public final class EpicSignOff {
    private final Session session;

    EpicSignOff(Session session) {
        this.session = session;
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

    /// A person has looked at it; that decides nothing.
    public void markReviewed(EpicId id) {
        session.epics().set(id, EPICS.REVIEWED_AT, session.now());
    }

    /// A person signs it off, after its work has landed.
    ///
    /// @throws Refusal if a task of it is still open, or it has been approved before
    public void approve(EpicId id) {
        Epic epic = session.epics().get(id);
        if (epic.approvedAt() != null) {
            throw new Refusal("already_approved", "%s has been approved by %s".formatted(id, epic.approvedBy()));
        }
        requireNoOpenTask(id);
        session.epics().set(id, EPICS.APPROVED_BY, session.actor().value());
        session.epics().set(id, EPICS.APPROVED_AT, session.now());
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
        Epic epic = session.epics().get(id);
        if (epic.approvedAt() != null) {
            throw new Refusal("already_approved", "%s has been approved: add a new epic or task".formatted(id));
        }
        session.epics().set(id, EPICS.CHANGES_REQUESTED_AT, session.now());
        session.record(
                id.value(),
                "epic_changes_requested",
                epic.status().word(),
                EpicStatus.CHANGES_REQUESTED.word(),
                reason);
        session.scores().of(id);
    }
}
