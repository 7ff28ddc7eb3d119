package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.INBOX;

import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
import dev.fuel.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/// What waits for a person. Items are never deleted.
public final class InboxRepository {
    private final Session session;

    InboxRepository(Session session) {
        this.session = session;
    }

    /// Posts an item, unless one of the same cause is still open.
    ///
    /// @return the open item of that cause
    public InboxItem post(NewInboxItem item) {
        return findOpen(item.cause()).orElseGet(() -> insert(item));
    }

    public Optional<InboxItem> find(InboxId id) {
        return session.sql().selectFrom(INBOX).where(INBOX.ID.eq(id.value())).fetchOptional(Rows::item);
    }

    /// @throws dev.fuel.domain.Refusal if there is no such item
    public InboxItem get(InboxId id) {
        return find(id).orElseThrow(() -> session.ids().unknown(IdKind.INBOX_ITEM, id.value()));
    }

    public Optional<InboxItem> findOpen(String cause) {
        return session.sql()
                .selectFrom(INBOX)
                .where(INBOX.CAUSE.eq(cause), isOpen())
                .fetchOptional(Rows::item);
    }

    /// Everything that has not been actioned, oldest first.
    public List<InboxItem> open() {
        return session.sql()
                .selectFrom(INBOX)
                .where(isOpen())
                .orderBy(INBOX.SEQ)
                .fetch(Rows::item);
    }

    /// The open items of one kind, oldest first.
    public List<InboxItem> open(InboxType type) {
        return session.sql()
                .selectFrom(INBOX)
                .where(isOpen(), INBOX.TYPE.eq(type.word()))
                .orderBy(INBOX.SEQ)
                .fetch(Rows::item);
    }

    /// Brings the items of tasks that are labelled for people in line with those tasks.
    public void settleForPeople() {
        ForPeople.settle(session);
    }

    public int openCount() {
        return session.sql().fetchCount(INBOX, isOpen());
    }

    /// All items about a task, oldest first.
    public List<InboxItem> of(TaskId task) {
        return KeptQueries.get(
                        session.sql(),
                        "items of task",
                        () -> session.sql()
                                .selectFrom(INBOX)
                                .where(INBOX.RELATED_TASK_ID.eq(task.value()))
                                .orderBy(INBOX.SEQ),
                        task.value())
                .fetch(Rows::item);
    }

    /// All items about an epic itself, oldest first.
    public List<InboxItem> of(EpicId epic) {
        return session.sql()
                .selectFrom(INBOX)
                .where(INBOX.RELATED_EPIC_ID.eq(epic.value()), INBOX.RELATED_TASK_ID.isNull())
                .orderBy(INBOX.SEQ)
                .fetch(Rows::item);
    }

    /// The latest items, open or not, latest first.
    public List<InboxItem> latest(int limit) {
        return session.sql()
                .selectFrom(INBOX)
                .orderBy(INBOX.SEQ.desc())
                .limit(limit)
                .fetch(Rows::item);
    }

    /// A person has seen it.
    public void markRead(InboxId id) {
        int read = session.sql()
                .update(INBOX)
                .set(INBOX.READ_AT, session.now())
                .where(INBOX.ID.eq(id.value()), INBOX.READ_AT.isNull())
                .execute();
        if (read > 0) {
            session.record(id.value(), "inbox_read", null, null, null);
        }
    }

    /// Puts an item off until then, or, with null, takes it up again.
    ///
    /// @return whether it was open
    public boolean snooze(InboxId id, @Nullable Instant until) {
        int changed = session.sql()
                .update(INBOX)
                .set(INBOX.SNOOZED_UNTIL, until)
                .where(INBOX.ID.eq(id.value()), isOpen())
                .execute();
        if (changed > 0) {
            session.record(
                    id.value(),
                    "inbox_snoozed",
                    null,
                    until == null ? "waiting" : "snoozed",
                    Objects.toString(until, null));
        }
        return changed > 0;
    }

    /// Ends an item.
    ///
    /// @param action what was done, a word such as `retry`, `approved`, `answered`, or why it is void
    /// @return whether it was open
    public boolean action(InboxId id, String action) {
        return end(INBOX.ID.eq(id.value()), action);
    }

    /// Ends the open item of a cause, when the cause is gone.
    ///
    /// @return whether there was one
    public boolean action(String cause, String action) {
        return end(INBOX.CAUSE.eq(cause), action);
    }

    private boolean end(Condition which, String action) {
        List<String> ended = session.sql()
                .update(INBOX)
                .set(INBOX.ACTIONED_AT, session.now())
                .set(INBOX.ACTION, action)
                .where(which, isOpen())
                .returning(INBOX.ID)
                .fetch(INBOX.ID);
        ended.forEach(id -> session.record(id, "inbox_actioned", "open", "actioned", action));
        return !ended.isEmpty();
    }

    private InboxItem insert(NewInboxItem item) {
        InboxId id = new InboxId(FreshId.of(session, InboxId.PREFIX, INBOX, INBOX.ID));
        session.sql()
                .insertInto(INBOX)
                .set(INBOX.ID, id.value())
                .set(INBOX.SEQ, FreshId.nextSeq(session, INBOX, INBOX.SEQ))
                .set(INBOX.TYPE, item.type().word())
                .set(INBOX.CAUSE, item.cause())
                .set(INBOX.TITLE, item.title())
                .set(INBOX.BODY, item.body())
                .set(
                        INBOX.RELATED_EPIC_ID,
                        item.epic() == null ? null : item.epic().value())
                .set(
                        INBOX.RELATED_TASK_ID,
                        item.task() == null ? null : item.task().value())
                .set(
                        INBOX.RELATED_RUN_ID,
                        item.run() == null ? null : item.run().value())
                .set(
                        INBOX.PROPOSAL,
                        item.proposal() == null ? null : item.proposal().word())
                .set(INBOX.CREATED_AT, session.now())
                .execute();
        session.record(
                id.value(),
                "inbox_posted",
                null,
                "open",
                "%s: %s".formatted(item.type().word(), item.title()));
        return get(id);
    }

    private static Condition isOpen() {
        return INBOX.ACTIONED_AT.isNull();
    }
}
