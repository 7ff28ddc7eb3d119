package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.RUNS;

import dev.fuel.domain.run.ProcessIdentity;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.StopReason;
import dev.fuel.store.jooq.tables.records.RunsRecord;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What is noted of runs between their start and their end.
public final class RunProgress {
    private final Session session;

    RunProgress(Session session) {
        this.session = session;
    }

    /// Notes where the run works, once its workspace is there.
    public void inWorkspace(RunId id, String path, @Nullable String baseCommit) {
        session.sql()
                .update(RUNS)
                .set(RUNS.WORKSPACE_PATH, path)
                .set(RUNS.BASE_COMMIT, baseCommit)
                .where(RUNS.ID.eq(id.value()))
                .execute();
        session.record(id.value(), "run_workspace", null, null, path);
    }

    /// Notes the process of the run, right after its start.
    public void started(RunId id, ProcessIdentity process) {
        started(id, process, new RunsRecord(), "process of run");
    }

    /// Notes the process of the run and where it works, right after its start.
    public void started(RunId id, ProcessIdentity process, String path, @Nullable String baseCommit) {
        RunsRecord changes = new RunsRecord();
        changes.setWorkspacePath(path);
        changes.setBaseCommit(baseCommit);
        started(id, process, changes, "process and place of run");
    }

    private void started(RunId id, ProcessIdentity process, RunsRecord changes, String name) {
        changes.setPid(process.pid());
        changes.setPidStartedAt(process.startedAt());
        RunsRecord where = new RunsRecord();
        where.setId(id.value());
        KeptQueries.update(session.sql(), name, RUNS, changes, where);
        session.record(id.value(), "run_started", null, null, "pid " + process.pid());
    }

    /// Notes the session and model that the agent tells of while it runs; null leaves what is known.
    public void inSession(RunId id, @Nullable String sessionId, @Nullable String model) {
        session.sql()
                .update(RUNS)
                .set(RUNS.SESSION_ID, DSL.coalesce(DSL.val(sessionId, RUNS.SESSION_ID), RUNS.SESSION_ID))
                .set(RUNS.MODEL, DSL.coalesce(DSL.val(model, RUNS.MODEL), RUNS.MODEL))
                .where(RUNS.ID.eq(id.value()))
                .execute();
        session.record(id.value(), "run_session", null, null, sessionId);
    }

    /// Notes why Fuel is about to end the run; the first reason stays.
    ///
    /// @return whether the run was still running
    public boolean markStopping(RunId id, StopReason reason) {
        int marked = session.sql()
                .update(RUNS)
                .set(RUNS.STOPPING, DSL.coalesce(RUNS.STOPPING, DSL.val(reason.word())))
                .where(RUNS.ID.eq(id.value()), RUNS.STATUS.eq(RunStatus.RUNNING.word()))
                .execute();
        if (marked > 0) {
            session.record(id.value(), "run_stopping", null, null, reason.word());
        }
        return marked > 0;
    }

    /// Notes what the agent says it has done. A claim, no more: the run goes on until its process ends.
    ///
    /// @return whether a running run has this token
    public boolean claimDone(String token, String text) {
        Optional<Run> run = session.runs().byToken(token).filter(found -> found.status() == RunStatus.RUNNING);
        run.ifPresent(found -> {
            session.sql()
                    .update(RUNS)
                    .set(RUNS.CLAIMED_DONE, text)
                    .where(RUNS.ID.eq(found.id().value()))
                    .execute();
            session.record(found.id().value(), "run_claimed_done", null, null, EventDetail.of("text", text));
        });
        return run.isPresent();
    }
}
