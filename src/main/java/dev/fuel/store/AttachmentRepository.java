package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.ATTACHMENTS;

import dev.fuel.domain.run.Attachment;
import dev.fuel.domain.run.ProcessIdentity;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.jooq.tables.records.AttachmentsRecord;
import java.util.List;
import java.util.Optional;

/// Sessions that people have open. Each holds its task, from {@link #open} to {@link #close}.
public final class AttachmentRepository {
    private final Session session;

    AttachmentRepository(Session session) {
        this.session = session;
    }

    public List<Attachment> all() {
        return KeptQueries.get(
                        session.sql(),
                        "attachments",
                        () -> session.sql()
                                .selectFrom(ATTACHMENTS)
                                .orderBy(ATTACHMENTS.BEGUN_AT)
                                .keepStatement(true))
                .fetch(AttachmentRepository::attachment);
    }

    public Optional<Attachment> of(TaskId task) {
        return session.sql()
                .selectFrom(ATTACHMENTS)
                .where(ATTACHMENTS.TASK_ID.eq(task.value()))
                .fetchOptional(AttachmentRepository::attachment);
    }

    /// The caller has made sure that the task has none.
    public void open(TaskId task, RunId run, ProcessIdentity holder) {
        session.sql()
                .insertInto(ATTACHMENTS)
                .set(ATTACHMENTS.TASK_ID, task.value())
                .set(ATTACHMENTS.RUN_ID, run.value())
                .set(ATTACHMENTS.HOLDER_PID, (int) holder.pid())
                .set(ATTACHMENTS.HOLDER_START, holder.startedAt())
                .set(ATTACHMENTS.BEGUN_AT, session.now())
                .execute();
        String reason = session.tasks().get(task).reason();
        session.tasks().change(task).hold(Hold.ATTACH, reason);
    }

    /// Notes the program that the person uses.
    public void started(TaskId task, ProcessIdentity program) {
        session.sql()
                .update(ATTACHMENTS)
                .set(ATTACHMENTS.PROGRAM_PID, (int) program.pid())
                .set(ATTACHMENTS.PROGRAM_START, program.startedAt())
                .where(ATTACHMENTS.TASK_ID.eq(task.value()))
                .execute();
    }

    /// Gives the task back, unless the session is over already or another one has begun.
    ///
    /// @return whether it was this one's
    public boolean close(Attachment attachment) {
        int closed = session.sql()
                .deleteFrom(ATTACHMENTS)
                .where(
                        ATTACHMENTS.TASK_ID.eq(attachment.task().value()),
                        ATTACHMENTS.HOLDER_PID.eq((int) attachment.holder().pid()),
                        ATTACHMENTS.HOLDER_START.eq(attachment.holder().startedAt()),
                        ATTACHMENTS.BEGUN_AT.eq(attachment.since()))
                .execute();
        if (closed > 0) {
            session.tasks().change(attachment.task()).release(Hold.ATTACH);
        }
        return closed > 0;
    }

    private static Attachment attachment(AttachmentsRecord row) {
        Integer program = row.getProgramPid();
        String programStart = row.getProgramStart();
        return new Attachment(
                new TaskId(row.getTaskId()),
                new RunId(row.getRunId()),
                new ProcessIdentity(row.getHolderPid(), row.getHolderStart()),
                program == null || programStart == null ? null : new ProcessIdentity(program, programStart),
                row.getBegunAt());
    }
}
