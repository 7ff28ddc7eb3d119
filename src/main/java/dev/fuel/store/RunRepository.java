package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.RUNS;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.review.ReviewId;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunOutcome;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.jooq.tables.records.RunsRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/// Runs: everything that is executed. A run ends once, and only for who has its token.
public final class RunRepository {
    private static final int TOKEN_BYTES = 16;

    private final Session session;

    RunRepository(Session session) {
        this.session = session;
    }

    /// Adds a run as running, with a fresh token, before its process is started. Work on a task starts with
    /// {@link TaskRepository#claim} instead.
    ///
    /// @throws Refusal if a work or merge run of the task is still running
    public Run insert(NewRun run) {
        RunId id = new RunId(FreshId.of(session, RunId.PREFIX, RUNS, RUNS.ID));
        RunsRecord row = new RunsRecord();
        row.setId(id.value());
        row.setSeq(FreshId.nextSeq(session, RUNS, RUNS.SEQ));
        row.setKind(run.kind().word());
        row.setTaskId(run.task() == null ? null : run.task().value());
        row.setEpicId(run.epic() == null ? null : run.epic().value());
        row.setAgent(run.agent() == null ? null : run.agent().value());
        row.setModel(run.model());
        row.setStatus(RunStatus.RUNNING.word());
        row.setToken(freshToken(session));
        row.setStartedAt(session.now());
        row.setSessionId(run.sessionId());
        row.setWorkspacePath(run.workspacePath());
        row.setBaseCommit(run.baseCommit());
        row.setAttempt(run.attempt());
        row.setResumedFrom(run.resumedFrom() == null ? null : run.resumedFrom().value());
        row.setReviewId(run.review() == null ? null : run.review().value());
        row.setHeadCommit(run.headCommit());
        try {
            KeptQueries.insert(session.sql(), "new run", RUNS, row);
        } catch (DataAccessException failure) {
            if (run.task() != null && SqliteFailure.isUniqueViolation(failure)) {
                throw new Refusal("already_running", "%s already has a running run".formatted(run.task()));
            }
            throw failure;
        }
        session.record(
                id.value(),
                "run_added",
                null,
                RunStatus.RUNNING.word(),
                "%s %s".formatted(run.kind().word(), owner(run)).strip());
        return get(id);
    }

    public Optional<Run> find(RunId id) {
        return KeptQueries.get(
                        session.sql(),
                        "run",
                        () -> session.sql().selectFrom(RUNS).where(RUNS.ID.eq(id.value())),
                        id.value())
                .fetchFirst(Rows::run);
    }

    /// @throws Refusal if there is no such run
    public Run get(RunId id) {
        return find(id).orElseThrow(() -> session.ids().unknown(IdKind.RUN, id.value()));
    }

    public Optional<Run> byToken(String token) {
        return session.sql().selectFrom(RUNS).where(RUNS.TOKEN.eq(token)).fetchOptional(Rows::run);
    }

    /// The runs that the filter lets through, latest first.
    public List<Run> list(RunFilter filter) {
        List<Condition> conditions = new ArrayList<>();
        if (filter.task() != null) {
            conditions.add(RUNS.TASK_ID.eq(filter.task().value()));
        }
        if (filter.epic() != null) {
            conditions.add(RUNS.EPIC_ID.eq(filter.epic().value()));
        }
        if (filter.agent() != null) {
            conditions.add(RUNS.AGENT.eq(filter.agent().value()));
        }
        if (filter.kind() != null) {
            conditions.add(RUNS.KIND.eq(filter.kind().word()));
        }
        return session.sql()
                .selectFrom(RUNS)
                .where(conditions)
                .orderBy(RUNS.SEQ.desc())
                .limit(filter.limit())
                .fetch(Rows::run);
    }

    /// The runs that belong to a review, oldest first.
    public List<Run> of(ReviewId review) {
        return session.sql()
                .selectFrom(RUNS)
                .where(RUNS.REVIEW_ID.eq(review.value()))
                .orderBy(RUNS.SEQ)
                .fetch(Rows::run);
    }

    /// The runs about an epic itself, not about one of its tasks, oldest first.
    public List<Run> of(EpicId epic) {
        return session.sql()
                .selectFrom(RUNS)
                .where(RUNS.EPIC_ID.eq(epic.value()), RUNS.TASK_ID.isNull())
                .orderBy(RUNS.SEQ)
                .fetch(Rows::run);
    }

    /// When the first run of all was started; empty before there was one.
    public Optional<Instant> firstStart() {
        return session.sql().select(DSL.min(RUNS.STARTED_AT)).from(RUNS).fetchOptional(0, Instant.class);
    }

    /// All runs that have not been settled, oldest first.
    public List<Run> running() {
        return KeptQueries.get(
                        session.sql(),
                        "running",
                        () -> session.sql()
                                .selectFrom(RUNS)
                                .where(DSL.condition("{0} = 'running'", RUNS.STATUS))
                                .orderBy(RUNS.STARTED_AT, RUNS.SEQ))
                .fetch(Rows::run);
    }

    public Optional<Run> lastOf(TaskId task) {
        return list(new RunFilter(task, null, null, null, 1)).stream().findFirst();
    }

    public Optional<Run> lastOf(TaskId task, RunKind kind) {
        return KeptQueries.get(
                        session.sql(),
                        "last run",
                        () -> session.sql()
                                .selectFrom(RUNS)
                                .where(RUNS.TASK_ID.eq(task.value()), RUNS.KIND.eq(kind.word()))
                                .orderBy(RUNS.SEQ.desc())
                                .limit(DSL.inline(1)),
                        task.value(),
                        kind.word())
                .fetchFirst(Rows::run);
    }

    /// Ends a run. The outcome's session, model and head replace what is known only where it has them.
    ///
    /// @return false, and nothing has changed, if the token is wrong or the run has already ended
    public boolean settle(RunId id, String token, RunOutcome outcome) {
        Optional<Run> running = find(id).filter(
                        run -> run.status() == RunStatus.RUNNING && run.token().equals(token));
        running.ifPresent(run -> end(run, outcome));
        return running.isPresent();
    }

    private void end(Run run, RunOutcome outcome) {
        // A clock that was set back must not make a run of negative length.
        Duration duration = Duration.between(run.startedAt(), session.now());
        RunsRecord changes = new RunsRecord();
        changes.setStatus(outcome.status().word());
        changes.setExitCode(outcome.exitCode());
        changes.setCompletedAt(session.now());
        changes.setDurationMs(Math.max(0, duration.toMillis()));
        changes.setSessionId(outcome.sessionId() == null ? run.sessionId() : outcome.sessionId());
        changes.setModel(outcome.model() == null ? run.model() : outcome.model());
        changes.setErrorType(
                outcome.errorType() == null ? null : outcome.errorType().word());
        changes.setErrorMessage(outcome.errorMessage());
        changes.setCharged(outcome.charged() ? 1 : 0);
        changes.setFinalText(outcome.finalText());
        changes.setDiffStat(outcome.diffStat());
        changes.setGitStatus(outcome.gitStatus());
        changes.setTokensIn(outcome.usage().tokensIn());
        changes.setTokensOut(outcome.usage().tokensOut());
        changes.setTokensCached(outcome.usage().tokensCached());
        changes.setCostUsd(outcome.usage().costUsd());
        changes.setCostSource(
                outcome.costSource() == null ? null : outcome.costSource().word());
        changes.setTurns(outcome.usage().turns());
        changes.setHeadCommit(outcome.headCommit() == null ? run.headCommit() : outcome.headCommit());
        RunsRecord where = new RunsRecord();
        where.setId(run.id().value());
        where.setStatus(RunStatus.RUNNING.word());
        KeptQueries.update(session.sql(), "end of run", RUNS, changes, where);
        session.scores().ended(run, outcome.status());
        session.record(
                run.id().value(),
                "run_ended",
                RunStatus.RUNNING.word(),
                outcome.status().word(),
                outcome.errorType() == null ? null : outcome.errorType().word());
    }

    /// Notes what a person thinks of the work of a run; the last word counts.
    ///
    /// @param rating 1 to 5
    public Run rate(Run run, int rating) {
        session.scores().rate(run, rating);
        return get(run.id());
    }

    private static String owner(NewRun run) {
        if (run.task() != null) {
            return run.task().value();
        }
        return run.epic() == null ? "" : run.epic().value();
    }

    static String freshToken(Session session) {
        byte[] bytes = new byte[TOKEN_BYTES];
        session.random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
