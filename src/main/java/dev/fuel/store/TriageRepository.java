package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.TRIAGES;

import dev.fuel.domain.Word;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.triage.StuckTask;
import dev.fuel.domain.triage.TriageProposal;
import dev.fuel.domain.triage.TriageState;
import dev.fuel.store.jooq.tables.records.TriagesRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Which stuck tasks the primary was asked about, and what it has proposed. A task has one row at most, which stays.
public final class TriageRepository {
    private final Session session;

    TriageRepository(Session session) {
        this.session = session;
    }

    public Optional<StuckTask> find(TaskId task) {
        return session.sql()
                .selectFrom(TRIAGES)
                .where(TRIAGES.TASK_ID.eq(task.value()))
                .fetchOptional(TriageRepository::stuck);
    }

    /// Those that the primary is asked about.
    public List<StuckTask> asked() {
        return session.sql()
                .selectFrom(TRIAGES)
                .where(TRIAGES.STATE.eq(DSL.inline(TriageState.ASKED.word())))
                .orderBy(TRIAGES.TASK_ID)
                .fetch(TriageRepository::stuck);
    }

    /// The primary is asked about the task. It must not have been before.
    public void ask(TaskId task, RunId run, String failure) {
        add(task, run, TriageState.ASKED, failure);
    }

    /// The task is a part of one that was split.
    public void addPart(TaskId task) {
        add(task, null, TriageState.PART, "");
    }

    private void add(TaskId task, @Nullable RunId run, TriageState state, String failure) {
        session.sql()
                .insertInto(TRIAGES)
                .set(TRIAGES.TASK_ID, task.value())
                .set(TRIAGES.RUN_ID, run == null ? null : run.value())
                .set(TRIAGES.STATE, state.word())
                .set(TRIAGES.FAILURE, failure)
                .set(TRIAGES.AT, session.now())
                .execute();
        session.record(task.value(), "triage", null, state.word(), run == null ? null : run.value());
    }

    /// It is asked about once more, by that run.
    public void askAgain(TaskId task, RunId run) {
        TriagesRecord changes = new TriagesRecord();
        changes.setRunId(run.value());
        change(task, TriageState.ASKED, TriageState.ASKED, changes, run.value());
    }

    /// @return whether the answer was still awaited
    public boolean propose(TaskId task, TriageProposal proposal) {
        TriagesRecord changes = new TriagesRecord();
        changes.setProposal(ProposalJson.of(proposal));
        return change(task, TriageState.ASKED, TriageState.PROPOSED, changes, proposal.sentence());
    }

    /// @return whether it was in the one state and is in the other now
    public boolean move(TaskId task, TriageState from, TriageState to) {
        return change(task, from, to, new TriagesRecord(), null);
    }

    private boolean change(
            TaskId task, TriageState from, TriageState to, TriagesRecord changes, @Nullable String detail) {
        changes.setState(to.word());
        changes.setAt(session.now());
        int changed = session.sql()
                .update(TRIAGES)
                .set(changes)
                .where(TRIAGES.TASK_ID.eq(task.value()), TRIAGES.STATE.eq(from.word()))
                .execute();
        if (changed > 0) {
            session.record(
                    task.value(),
                    "triage",
                    from.word(),
                    to.word(),
                    detail == null ? null : EventDetail.of("detail", detail));
        }
        return changed > 0;
    }

    private static StuckTask stuck(TriagesRecord row) {
        return new StuckTask(
                new TaskId(row.getTaskId()),
                Rows.orNull(row.getRunId(), RunId::new),
                Word.of(TriageState.class, row.getState()),
                row.getFailure(),
                Rows.orNull(row.getProposal(), ProposalJson::read));
    }
}
