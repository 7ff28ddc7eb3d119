-- Instants are ISO-8601 UTC texts with milliseconds; money is USD; sets are sorted words joined by commas.
-- Triggers keep what the ready queue and the board are read by (open_blockers, runs_open, items_open, epic_held, place,
-- board_counts), so that no writer can forget it and no reader has to count.

CREATE TABLE epics (
    id                   TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'e-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    seq                  INTEGER NOT NULL UNIQUE,
    title                TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
    description          TEXT NOT NULL DEFAULT '',
    plan_file            TEXT,
    base_branch          TEXT,
    branch               TEXT,
    held                 INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1)),
    summary              TEXT,
    -- How often a summary may still be tried; none once it is written.
    summary_tries        INTEGER NOT NULL DEFAULT 2 CHECK (summary_tries >= 0),
    created_at           TEXT NOT NULL,
    updated_at           TEXT NOT NULL,
    reviewed_at          TEXT,
    approved_at          TEXT,
    approved_by          TEXT,
    changes_requested_at TEXT
) STRICT;

CREATE TABLE tasks (
    id                 TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'f-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    seq                INTEGER NOT NULL UNIQUE,
    title              TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
    description        TEXT NOT NULL DEFAULT '',
    type               TEXT NOT NULL DEFAULT 'feature'
        CHECK (type IN ('feature', 'bug', 'fix', 'refactor', 'test', 'docs', 'chore', 'research')),
    priority           INTEGER NOT NULL DEFAULT 2 CHECK (priority BETWEEN 0 AND 4),
    complexity         TEXT NOT NULL DEFAULT 'simple'
        CHECK (complexity IN ('trivial', 'simple', 'moderate', 'complex')),
    status             TEXT NOT NULL DEFAULT 'open'
        CHECK (status IN ('open', 'in_progress', 'review', 'needs_work', 'closed', 'cancelled')),
    held_by            TEXT NOT NULL DEFAULT '',
    epic_id            TEXT REFERENCES epics (id),
    agent              TEXT,
    -- The agent whose session its next run goes on with, where the last one was cut off.
    goes_on_with       TEXT,
    labels             TEXT NOT NULL DEFAULT '',
    needs_human        INTEGER GENERATED ALWAYS AS (instr(',' || labels || ',', ',needs-human,') > 0) STORED,
    not_before         TEXT,
    attempts           INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    attempts_since     TEXT,
    review_rounds      INTEGER NOT NULL DEFAULT 0 CHECK (review_rounds >= 0),
    last_review_issues TEXT,
    note               TEXT,
    approved_commit    TEXT,
    open_blockers      INTEGER NOT NULL DEFAULT 0 CHECK (open_blockers >= 0),
    chain              INTEGER NOT NULL DEFAULT 0 CHECK (chain >= 0),
    runs_open          INTEGER NOT NULL DEFAULT 0 CHECK (runs_open >= 0),
    items_open         INTEGER NOT NULL DEFAULT 0 CHECK (items_open >= 0),
    epic_held          INTEGER NOT NULL DEFAULT 0 CHECK (epic_held IN (0, 1)),
    -- Nothing but the clock keeps it from starting.
    startable          INTEGER GENERATED ALWAYS AS (
        status IN ('open', 'needs_work') AND held_by = '' AND open_blockers = 0 AND epic_held = 0
            AND instr(',' || labels || ',', ',needs-human,') = 0) STORED,
    -- Its column on the board, the clock apart: the first that matches.
    place              TEXT GENERATED ALWAYS AS (
        CASE
            WHEN runs_open > 0 OR status = 'in_progress' THEN 'running'
            WHEN items_open > 0 OR held_by GLOB '*stuck*' OR held_by GLOB '*question*' OR held_by GLOB '*merge*'
                THEN 'needs_you'
            WHEN status = 'review' THEN 'review'
            WHEN status IN ('closed', 'cancelled') THEN 'done'
            WHEN held_by = '' AND open_blockers = 0 AND epic_held = 0
                AND instr(',' || labels || ',', ',needs-human,') = 0 THEN 'ready'
            ELSE 'blocked'
            END) STORED,
    base_branch        TEXT,
    base_commit        TEXT,
    branch             TEXT,
    -- Which block of ports is its own until it ends.
    port_block         INTEGER CHECK (port_block >= 0),
    commit_hash        TEXT,
    reason             TEXT,
    created_by         TEXT NOT NULL,
    created_at         TEXT NOT NULL,
    updated_at         TEXT NOT NULL,
    started_at         TEXT,
    closed_at          TEXT
) STRICT;

CREATE INDEX tasks_by_status ON tasks (status, seq);
CREATE INDEX tasks_by_epic ON tasks (epic_id, status) WHERE epic_id IS NOT NULL;
CREATE INDEX tasks_ready ON tasks (priority, chain DESC, seq) WHERE startable = 1;
CREATE INDEX tasks_by_place ON tasks (place, priority, chain DESC, seq);
CREATE INDEX tasks_lately_done ON tasks (place, closed_at DESC) WHERE place = 'done';
CREATE INDEX tasks_for_people ON tasks (seq) WHERE needs_human = 1;
CREATE UNIQUE INDEX tasks_by_port_block ON tasks (port_block) WHERE port_block IS NOT NULL;
CREATE INDEX tasks_not_before ON tasks (not_before) WHERE not_before IS NOT NULL;

-- How many tasks stand in each column of the board.
CREATE TABLE board_counts (
    place TEXT    NOT NULL PRIMARY KEY,
    tasks INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

INSERT INTO board_counts (place)
VALUES ('blocked'), ('ready'), ('running'), ('review'), ('needs_you'), ('done');

CREATE TRIGGER task_placed AFTER INSERT ON tasks
BEGIN
    UPDATE board_counts SET tasks = tasks + 1 WHERE place = NEW.place;
END;

CREATE TRIGGER task_changed_place AFTER UPDATE ON tasks WHEN OLD.place <> NEW.place
BEGIN
    UPDATE board_counts SET tasks = tasks + (place = NEW.place) - (place = OLD.place)
    WHERE place IN (OLD.place, NEW.place);
END;

CREATE TRIGGER task_joined_epic AFTER INSERT ON tasks WHEN NEW.epic_id IS NOT NULL
BEGIN
    UPDATE tasks SET epic_held = (SELECT held FROM epics e WHERE e.id = NEW.epic_id) WHERE id = NEW.id;
END;

CREATE TRIGGER task_changed_epic AFTER UPDATE OF epic_id ON tasks WHEN OLD.epic_id IS NOT NEW.epic_id
BEGIN
    UPDATE tasks SET epic_held = coalesce((SELECT held FROM epics e WHERE e.id = NEW.epic_id), 0) WHERE id = NEW.id;
END;

CREATE TRIGGER epic_held_or_released AFTER UPDATE OF held ON epics WHEN OLD.held <> NEW.held
BEGIN
    UPDATE tasks SET epic_held = NEW.held WHERE epic_id = NEW.id;
END;

-- What is said of an epic is about the tasks that it had then.
CREATE TRIGGER epic_got_task AFTER INSERT ON tasks WHEN NEW.epic_id IS NOT NULL
BEGIN
    UPDATE epics SET summary_tries = 2 WHERE id = NEW.epic_id AND summary_tries < 2;
END;

CREATE TRIGGER epic_goes_on AFTER UPDATE OF status, epic_id ON tasks
    WHEN NEW.epic_id IS NOT NULL AND NEW.status NOT IN ('closed', 'cancelled')
BEGIN
    UPDATE epics SET summary_tries = 2 WHERE id = NEW.epic_id AND summary_tries < 2;
END;

CREATE TABLE task_dependencies (
    task_id    TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    blocker_id TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL DEFAULT 'blocks' CHECK (kind IN ('blocks', 'discovered_from')),
    PRIMARY KEY (task_id, blocker_id, kind),
    CHECK (task_id <> blocker_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX task_dependencies_by_blocker ON task_dependencies (blocker_id, kind, task_id);

-- A blocker lets go when it is cancelled, or closed and its work is on the branch that the waiting task starts from:
-- no epic of its own, the same epic, or an epic that has been approved (and so merged).
CREATE VIEW unsatisfied_blockers AS
SELECT d.task_id, d.blocker_id
FROM task_dependencies d
         JOIN tasks blocker ON blocker.id = d.blocker_id
         JOIN tasks waiting ON waiting.id = d.task_id
WHERE d.kind = 'blocks'
  AND blocker.status <> 'cancelled'
  AND NOT (blocker.status = 'closed'
    AND (blocker.epic_id IS NULL
        OR blocker.epic_id IS waiting.epic_id
        OR EXISTS (SELECT 1 FROM epics e WHERE e.id = blocker.epic_id AND e.approved_at IS NOT NULL)));

CREATE TRIGGER dependency_added AFTER INSERT ON task_dependencies WHEN NEW.kind = 'blocks'
BEGIN
    UPDATE tasks SET open_blockers = (SELECT count(*) FROM unsatisfied_blockers u WHERE u.task_id = NEW.task_id)
    WHERE id = NEW.task_id;
END;

CREATE TRIGGER dependency_removed AFTER DELETE ON task_dependencies WHEN OLD.kind = 'blocks'
BEGIN
    UPDATE tasks SET open_blockers = (SELECT count(*) FROM unsatisfied_blockers u WHERE u.task_id = OLD.task_id)
    WHERE id = OLD.task_id;
END;

CREATE TRIGGER blocker_moved AFTER UPDATE OF status, epic_id ON tasks
    WHEN OLD.status IS NOT NEW.status OR OLD.epic_id IS NOT NEW.epic_id
BEGIN
    UPDATE tasks SET open_blockers = (SELECT count(*) FROM unsatisfied_blockers u WHERE u.task_id = tasks.id)
    WHERE id IN (SELECT task_id FROM task_dependencies WHERE blocker_id = NEW.id AND kind = 'blocks');
    UPDATE tasks SET open_blockers = (SELECT count(*) FROM unsatisfied_blockers u WHERE u.task_id = tasks.id)
    WHERE id = NEW.id AND OLD.epic_id IS NOT NEW.epic_id;
END;

CREATE TRIGGER epic_landed AFTER UPDATE OF approved_at ON epics
BEGIN
    UPDATE tasks SET open_blockers = (SELECT count(*) FROM unsatisfied_blockers u WHERE u.task_id = tasks.id)
    WHERE id IN (SELECT d.task_id FROM task_dependencies d JOIN tasks b ON b.id = d.blocker_id
                 WHERE b.epic_id = NEW.id AND d.kind = 'blocks');
END;

CREATE VIEW epic_overview AS
SELECT e.id,
       count(t.id)                                                        AS tasks,
       coalesce(sum(t.status NOT IN ('closed', 'cancelled')), 0)          AS tasks_open,
       coalesce(sum(t.status = 'closed'), 0)                              AS tasks_closed,
       CASE
           WHEN e.approved_at IS NOT NULL THEN 'approved'
           WHEN coalesce(sum(t.status <> 'cancelled'), 0) = 0 THEN 'planning'
           WHEN sum(t.status NOT IN ('closed', 'cancelled')) > 0 THEN 'in_progress'
           WHEN e.changes_requested_at IS NOT NULL AND e.changes_requested_at >= max(coalesce(t.closed_at, ''))
               THEN 'changes_requested'
           ELSE 'review_pending'
           END                                                            AS status
FROM epics e
         LEFT JOIN tasks t ON t.epic_id = e.id
GROUP BY e.id;

CREATE TABLE runs (
    id             TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'run-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    seq            INTEGER NOT NULL UNIQUE,
    kind           TEXT NOT NULL
        CHECK (kind IN ('work', 'check', 'review', 'epic_review', 'route', 'triage', 'plan', 'merge')),
    task_id        TEXT REFERENCES tasks (id),
    epic_id        TEXT REFERENCES epics (id),
    agent          TEXT,
    model          TEXT,
    status         TEXT NOT NULL CHECK (status IN ('running', 'completed', 'failed', 'killed')),
    token          TEXT NOT NULL UNIQUE,
    stopping       TEXT CHECK (stopping IN ('person', 'timeout', 'stalled', 'shutdown', 'budget')),
    exit_code      INTEGER,
    pid            INTEGER,
    pid_started_at TEXT,
    started_at     TEXT NOT NULL,
    completed_at   TEXT,
    duration_ms    INTEGER CHECK (duration_ms >= 0),
    session_id     TEXT,
    error_type     TEXT CHECK (error_type IN ('network', 'rate_limit', 'auth', 'permission', 'timeout', 'stalled',
                                              'crash', 'no_work', 'budget', 'lost')),
    error_message  TEXT,
    charged        INTEGER NOT NULL DEFAULT 0 CHECK (charged IN (0, 1)),
    claimed_done   TEXT,
    final_text     TEXT,
    diff_stat      TEXT,
    git_status     TEXT,
    cost_usd       REAL,
    cost_source    TEXT CHECK (cost_source IN ('reported', 'estimated')),
    tokens_in      INTEGER,
    tokens_out     INTEGER,
    tokens_cached  INTEGER,
    turns          INTEGER,
    workspace_path TEXT,
    base_commit    TEXT,
    head_commit    TEXT,
    attempt        INTEGER NOT NULL DEFAULT 1,
    resumed_from   TEXT REFERENCES runs (id),
    -- What a check, review or merge run belongs to.
    review_id      TEXT REFERENCES reviews (id),
    score          INTEGER CHECK (score BETWEEN 0 AND 100),
    rating         INTEGER CHECK (rating BETWEEN 1 AND 5),
    CHECK ((cost_usd IS NULL) = (cost_source IS NULL))
) STRICT;

CREATE UNIQUE INDEX runs_one_open_work ON runs (task_id) WHERE status = 'running' AND kind IN ('work', 'merge');
CREATE INDEX runs_open ON runs (started_at) WHERE status = 'running';
CREATE INDEX runs_with_cost ON runs (started_at, agent, cost_source, cost_usd) WHERE cost_usd IS NOT NULL;
CREATE INDEX runs_by_task ON runs (task_id, seq);
CREATE INDEX runs_by_session ON runs (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX runs_by_agent ON runs (agent, seq);
CREATE INDEX runs_by_review ON runs (review_id, seq) WHERE review_id IS NOT NULL;

CREATE TRIGGER run_opened AFTER INSERT ON runs WHEN NEW.status = 'running' AND NEW.task_id IS NOT NULL
BEGIN
    UPDATE tasks SET runs_open = runs_open + 1 WHERE id = NEW.task_id;
END;

CREATE TRIGGER run_ended AFTER UPDATE OF status ON runs WHEN OLD.status = 'running' AND NEW.status <> 'running'
BEGIN
    UPDATE tasks SET runs_open = runs_open - 1 WHERE id = NEW.task_id;
END;

CREATE TRIGGER run_ends_once BEFORE UPDATE OF status ON runs WHEN OLD.status <> 'running' AND NEW.status <> OLD.status
BEGIN
    SELECT raise(ABORT, 'a run ends once');
END;

CREATE TABLE reviews (
    id               TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'r-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    task_id          TEXT NOT NULL REFERENCES tasks (id),
    run_id           TEXT REFERENCES runs (id),
    -- The commit that the checks are about.
    head_commit      TEXT,
    agent            TEXT,
    status           TEXT NOT NULL CHECK (status IN ('pending', 'passed', 'failed', 'inconclusive')),
    checks           TEXT NOT NULL DEFAULT '[]',
    verdict          TEXT CHECK (verdict IN ('pass', 'fail')),
    issues           TEXT NOT NULL DEFAULT '[]',
    summary          TEXT NOT NULL DEFAULT '',
    followup_task_ids TEXT NOT NULL DEFAULT '',
    started_at       TEXT NOT NULL,
    completed_at     TEXT
) STRICT;

CREATE INDEX reviews_by_task ON reviews (task_id, started_at);
CREATE UNIQUE INDEX reviews_one_pending ON reviews (task_id) WHERE status = 'pending';

-- Whoever takes a task out of review ends what the gate had begun.
CREATE TRIGGER task_left_review AFTER UPDATE OF status ON tasks WHEN OLD.status = 'review' AND NEW.status <> 'review'
BEGIN
    UPDATE reviews SET status = 'inconclusive', completed_at = NEW.updated_at,
        summary = CASE WHEN summary = '' THEN 'the task left the gate' ELSE summary END
    WHERE task_id = NEW.id AND status = 'pending';
END;

CREATE TABLE agent_health (
    agent                TEXT NOT NULL PRIMARY KEY,
    last_success_at      TEXT,
    last_failure_at      TEXT,
    consecutive_failures INTEGER NOT NULL DEFAULT 0,
    backoff_until        TEXT,
    backoff_reason       TEXT,
    stopped_reason       TEXT,
    total_runs           INTEGER NOT NULL DEFAULT 0,
    total_successes      INTEGER NOT NULL DEFAULT 0,
    paused               INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1))
) STRICT;

CREATE TABLE inbox (
    id              TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'i-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    seq             INTEGER NOT NULL UNIQUE,
    type            TEXT NOT NULL CHECK (type IN ('epic_review', 'task_review', 'stuck', 'needs_human', 'question',
                                                  'message', 'permission', 'auth', 'merge_conflict', 'merge_blocked',
                                                  'budget', 'inconclusive_review')),
    cause           TEXT NOT NULL,
    title           TEXT NOT NULL,
    body            TEXT NOT NULL DEFAULT '',
    related_epic_id TEXT REFERENCES epics (id),
    related_task_id TEXT REFERENCES tasks (id),
    related_run_id  TEXT REFERENCES runs (id),
    created_at      TEXT NOT NULL,
    read_at         TEXT,
    actioned_at     TEXT,
    action          TEXT
) STRICT;

CREATE UNIQUE INDEX inbox_one_per_cause ON inbox (cause) WHERE actioned_at IS NULL;
CREATE INDEX inbox_open ON inbox (seq) WHERE actioned_at IS NULL;
CREATE INDEX inbox_by_task ON inbox (related_task_id) WHERE related_task_id IS NOT NULL;

CREATE TRIGGER item_posted AFTER INSERT ON inbox WHEN NEW.actioned_at IS NULL AND NEW.related_task_id IS NOT NULL
BEGIN
    UPDATE tasks SET items_open = items_open + 1 WHERE id = NEW.related_task_id;
END;

CREATE TRIGGER item_actioned AFTER UPDATE OF actioned_at ON inbox
    WHEN OLD.actioned_at IS NULL AND NEW.actioned_at IS NOT NULL
BEGIN
    UPDATE tasks SET items_open = items_open - 1 WHERE id = NEW.related_task_id;
END;

CREATE TABLE routing_decisions (
    id           INTEGER NOT NULL PRIMARY KEY,
    task_id      TEXT NOT NULL REFERENCES tasks (id),
    run_id       TEXT REFERENCES runs (id),
    strategy     TEXT NOT NULL,
    candidates   TEXT NOT NULL DEFAULT '[]',
    chosen_agent TEXT,
    reasoning    TEXT NOT NULL DEFAULT '',
    fallback_of  TEXT,
    created_at   TEXT NOT NULL
) STRICT;

CREATE INDEX routing_by_task ON routing_decisions (task_id, id);

CREATE TABLE events (
    seq        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at         TEXT NOT NULL,
    actor      TEXT NOT NULL,
    entity_id  TEXT NOT NULL,
    what       TEXT NOT NULL,
    from_state TEXT,
    to_state   TEXT,
    detail     TEXT
) STRICT;

CREATE INDEX events_by_entity ON events (entity_id, seq);

CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN
    SELECT raise(ABORT, 'events are append-only');
END;

CREATE TABLE requests (
    id         INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind       TEXT NOT NULL,
    target     TEXT NOT NULL DEFAULT '',
    text       TEXT,
    by         TEXT NOT NULL,
    at         TEXT NOT NULL,
    not_before TEXT,
    done_at    TEXT,
    result     TEXT
) STRICT;

CREATE INDEX requests_open ON requests (id) WHERE done_at IS NULL;

-- Sessions that people have open. The task is held by `attach` as long as one of the two processes lives.
CREATE TABLE attachments (
    task_id       TEXT    NOT NULL PRIMARY KEY REFERENCES tasks (id),
    run_id        TEXT    NOT NULL REFERENCES runs (id),
    holder_pid    INTEGER NOT NULL,
    holder_start  TEXT    NOT NULL,
    program_pid   INTEGER,
    program_start TEXT,
    begun_at      TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- What agent programs say of themselves; asked again when the file's stamp (time of change and size) is another.
CREATE TABLE agent_programs (
    file     TEXT NOT NULL,
    help     TEXT NOT NULL,
    stamp    TEXT NOT NULL,
    version  TEXT,
    flags    TEXT NOT NULL DEFAULT '',
    problem  TEXT,
    asked_at TEXT NOT NULL,
    PRIMARY KEY (file, help)
) STRICT, WITHOUT ROWID;

-- What the test command last found at a commit; names of tests as JSON.
CREATE TABLE test_baselines (
    commit_hash TEXT    NOT NULL,
    command     TEXT    NOT NULL,
    outcome     TEXT    NOT NULL CHECK (outcome IN ('ended', 'timed_out', 'unavailable')),
    exit_code   INTEGER,
    reports     INTEGER NOT NULL DEFAULT 0 CHECK (reports >= 0),
    failures    TEXT    NOT NULL DEFAULT '[]',
    passes      TEXT    NOT NULL DEFAULT '[]',
    skips       TEXT    NOT NULL DEFAULT '[]',
    unreadable  TEXT    NOT NULL DEFAULT '[]',
    remarks     TEXT    NOT NULL DEFAULT '[]',
    at          TEXT    NOT NULL,
    PRIMARY KEY (commit_hash, command)
) STRICT, WITHOUT ROWID;

-- What is changed in the worktrees of tasks that have not ended, to tell which of them touch the same files.
CREATE TABLE workspace_files (
    task_id TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    file    TEXT NOT NULL,
    PRIMARY KEY (task_id, file)
) STRICT, WITHOUT ROWID;

CREATE INDEX workspace_files_by_file ON workspace_files (file, task_id);

CREATE TRIGGER workspace_ended AFTER UPDATE OF status ON tasks WHEN NEW.status IN ('closed', 'cancelled')
BEGIN
    DELETE FROM workspace_files WHERE task_id = NEW.id;
END;

-- Single values of the project that outlive a process: "paused_at".
CREATE TABLE project_state (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
