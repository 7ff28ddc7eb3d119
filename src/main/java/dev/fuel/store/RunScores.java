package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.RUNS;
import static dev.fuel.store.jooq.Tables.WORK_RESULTS;

import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunScore;
import dev.fuel.domain.run.RunScore.Comparison;
import dev.fuel.domain.run.RunScore.Facts;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.jooq.tables.records.WorkResultsRecord;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Keeps the scores of work runs: whoever changes a fact that they are computed from has them computed anew in the same
/// transaction. The event of that change tells of it.
final class RunScores {
    /// The usual is the median of those of the same complexity among the latest 200 that ended well; of fewer than
    /// five, nobody can say what is usual.
    private static final String NOTE_USUAL = """
            WITH latest AS (SELECT task_id, cost_usd, duration_ms FROM runs
                            WHERE kind = 'work' AND status = 'completed' AND completed_at <= {2} AND id <> {0}
                            ORDER BY completed_at DESC, seq DESC LIMIT 200),
                 alike AS (SELECT l.cost_usd, l.duration_ms FROM latest l JOIN tasks t ON t.id = l.task_id
                           WHERE t.complexity = (SELECT complexity FROM tasks WHERE id = {1}))
            UPDATE runs SET
                usual_cost_usd = (SELECT cost_usd FROM
                    (SELECT cost_usd, row_number() OVER (ORDER BY cost_usd) AS place, count(*) OVER () AS number
                     FROM alike WHERE cost_usd IS NOT NULL) WHERE place = (number + 1) / 2 AND number >= 5),
                usual_duration_ms = (SELECT duration_ms FROM
                    (SELECT duration_ms, row_number() OVER (ORDER BY duration_ms) AS place, count(*) OVER () AS number
                     FROM alike WHERE duration_ms IS NOT NULL) WHERE place = (number + 1) / 2 AND number >= 5)
            WHERE id = {0}
            """;

    private static final String KEEP = """
            UPDATE runs SET score = fresh.value ->> 1, verdict = fresh.value ->> 2, first_pass = fresh.value ->> 3
            FROM json_each({0}) fresh WHERE runs.id = fresh.value ->> 0
            """;

    private final Session session;

    RunScores(Session session) {
        this.session = session;
    }

    /// A work run has ended.
    void ended(Run run, RunStatus status) {
        if (run.kind() != RunKind.WORK || run.task() == null) {
            return;
        }
        if (status != RunStatus.KILLED) {
            session.sql()
                    .execute(
                            NOTE_USUAL,
                            DSL.val(run.id().value()),
                            DSL.val(run.task().value()),
                            DSL.val(InstantText.of(session.now())));
        }
        of(run.id());
    }

    void of(RunId run) {
        recompute(WORK_RESULTS.RUN_ID.eq(run.value()));
    }

    void of(TaskId task) {
        recompute(WORK_RESULTS.TASK_ID.eq(task.value()));
    }

    void of(EpicId epic) {
        recompute(WORK_RESULTS.EPIC_ID.eq(epic.value()));
    }

    /// What is kept with a run of what is computed.
    private record Kept(
            @Nullable Integer score,
            @Nullable String verdict,
            @Nullable Integer firstPass) {
        String json(String run) {
            return "[\"%s\",%s,%s,%s]".formatted(run, score, verdict == null ? null : '"' + verdict + '"', firstPass);
        }
    }

    private void recompute(Condition which) {
        String changed = session.sql().selectFrom(WORK_RESULTS).where(which).fetch().stream()
                .flatMap(RunScores::change)
                .collect(Collectors.joining(","));
        if (!changed.isEmpty()) {
            session.sql().execute(KEEP, DSL.val("[" + changed + "]"));
        }
    }

    /// @return nothing if what is kept is right as it is
    private static Stream<String> change(WorkResultsRecord row) {
        var kept = new Kept(row.getScore(), row.getKeptVerdict(), row.getKeptFirstPass());
        var fresh = new Kept(score(row), row.getVerdict(), row.getFirstPass());
        return fresh.equals(kept) ? Stream.empty() : Stream.of(fresh.json(row.getRunId()));
    }

    /// @return null while nothing has been said of the work, and for a run that does not count
    private static @Nullable Integer score(WorkResultsRecord row) {
        if (row.getVerdict() == null) {
            return null;
        }
        return RunScore.of(new Facts(
                row.getVerdict().equals("passed"),
                row.getRounds(),
                row.getAttempts().intValue(),
                comparison(row.getCostUsd(), row.getUsualCostUsd()),
                comparison(row.getDurationMs(), row.getUsualDurationMs()),
                row.getSaid() == null ? null : Boolean.valueOf(row.getSaid().equals("approved")),
                row.getRating()));
    }

    private static @Nullable Comparison comparison(@Nullable Number actual, @Nullable Number usual) {
        return actual == null || usual == null ? null : new Comparison(actual.doubleValue(), usual.doubleValue());
    }

    /// A person's opinion of a work run that has ended.
    ///
    /// @param rating 1 to 5
    void rate(Run run, int rating) {
        @Nullable
        Integer before = session.sql()
                .select(RUNS.RATING)
                .from(RUNS)
                .where(RUNS.ID.eq(run.id().value()))
                .fetchSingle(RUNS.RATING);
        if (Objects.equals(before, rating)) {
            return;
        }
        session.sql()
                .update(RUNS)
                .set(RUNS.RATING, rating)
                .where(RUNS.ID.eq(run.id().value()))
                .execute();
        session.record(
                run.id().value(),
                "run_rated",
                before == null ? null : Integer.toString(before),
                Integer.toString(rating),
                null);
        of(run.id());
    }
}
