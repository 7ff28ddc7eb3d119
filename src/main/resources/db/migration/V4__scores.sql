-- What the score of a run is computed from beside what is there already: what was usual for its complexity when it
-- ended. It is kept with the run, so that what comes later never changes it.
ALTER TABLE runs ADD COLUMN usual_cost_usd REAL CHECK (usual_cost_usd >= 0);
ALTER TABLE runs ADD COLUMN usual_duration_ms INTEGER CHECK (usual_duration_ms >= 0);
-- What work_results says of the run, kept with it so that statistics need not look at other rows.
ALTER TABLE runs ADD COLUMN verdict TEXT CHECK (verdict IN ('passed', 'failed'));
ALTER TABLE runs ADD COLUMN first_pass INTEGER CHECK (first_pass IN (0, 1));

CREATE INDEX runs_by_start ON runs (started_at);
CREATE INDEX runs_of_finished_work ON runs (completed_at, seq) WHERE kind = 'work' AND status = 'completed';
CREATE INDEX reviews_with_verdict ON reviews (task_id, started_at) WHERE status IN ('passed', 'failed');
CREATE INDEX reviews_with_verdict_by_run ON reviews (run_id, started_at) WHERE status IN ('passed', 'failed');

-- What has become of the work runs that have ended; docs/scores.md tells what the columns mean.
CREATE VIEW work_results AS
SELECT r.id                             AS run_id,
       r.seq,
       r.task_id,
       t.epic_id,
       r.agent,
       r.model,
       t.type,
       t.complexity,
       r.status,
       r.started_at,
       r.completed_at,
       r.charged,
       -- Work that a person has finished after a run came to nothing is not that run's.
       CAST(CASE
                WHEN r.charged = 1 AND r.pid IS NOT NULL AND r.error_type IS NOT 'lost' THEN 'failed'
                WHEN r.charged = 0 AND (r.status = 'completed' OR (r.status = 'failed' AND r.claimed_done IS NOT NULL))
                    THEN own.status
           END AS TEXT)                 AS verdict,
       CAST(CASE
                WHEN r.status = 'killed' THEN NULL
                WHEN r.charged = 0 AND r.id = judged.run_id AND (r.status = 'completed' OR r.claimed_done IS NOT NULL)
                    THEN judged.status = 'passed'
                WHEN r.charged = 1 AND r.pid IS NOT NULL AND r.error_type IS NOT 'lost'
                    AND (judged.id IS NULL OR r.seq <= judged_run.seq) THEN 0
           END AS INTEGER)              AS first_pass,
       (SELECT count(*)
        FROM reviews sent_back
                 JOIN runs before ON before.id = sent_back.run_id
        WHERE sent_back.task_id = r.task_id
          AND sent_back.status IN ('passed', 'failed')
          AND sent_back.status = 'failed'
          AND before.seq <= r.seq)      AS rounds,
       1 + (SELECT count(*)
            FROM runs before
            WHERE before.task_id = r.task_id
              AND before.kind = 'work'
              AND before.charged = 1
              AND before.seq < r.seq
              AND before.seq > coalesce((SELECT max(good.seq)
                                         FROM runs good
                                         WHERE good.task_id = r.task_id
                                           AND good.kind = 'work'
                                           AND good.status = 'completed'
                                           AND good.seq < r.seq), 0)) AS attempts,
       r.cost_usd,
       r.cost_source,
       r.tokens_in,
       r.tokens_out,
       r.tokens_cached,
       r.duration_ms,
       r.usual_cost_usd,
       r.usual_duration_ms,
       CAST(CASE
                WHEN e.changes_requested_at >= r.completed_at THEN 'sent_back'
                WHEN e.approved_at IS NOT NULL THEN 'approved'
                WHEN t.epic_id IS NULL AND t.approved_commit IS NOT NULL THEN 'approved'
           END AS TEXT)                 AS said,
       r.rating,
       r.score,
       r.verdict                        AS kept_verdict,
       r.first_pass                     AS kept_first_pass
FROM runs r
         JOIN tasks t ON t.id = r.task_id
         LEFT JOIN epics e ON e.id = t.epic_id
         LEFT JOIN reviews own ON own.id = (SELECT v.id
                                            FROM reviews v
                                            WHERE v.run_id = r.id
                                              AND v.status IN ('passed', 'failed')
                                            ORDER BY v.started_at DESC, v.rowid DESC
                                            LIMIT 1)
    -- The first verdict on the task's work.
         LEFT JOIN reviews judged ON judged.id = (SELECT v.id
                                                  FROM reviews v
                                                  WHERE v.task_id = r.task_id
                                                    AND v.status IN ('passed', 'failed')
                                                  ORDER BY v.started_at, v.rowid
                                                  LIMIT 1)
         LEFT JOIN runs judged_run ON judged_run.id = judged.run_id
WHERE r.kind = 'work'
  AND r.status <> 'running';

UPDATE runs
SET verdict    = w.verdict,
    first_pass = w.first_pass
FROM work_results w
WHERE w.run_id = runs.id;
