-- Who should get a task, as the primary says: one question for each claim. The answer waits here until the claim.
CREATE TABLE routing_proposals (
    task_id      TEXT NOT NULL PRIMARY KEY REFERENCES tasks (id) ON DELETE CASCADE,
    -- The run that is to answer; null until its turn has come.
    run_id       TEXT REFERENCES runs (id),
    -- The agents that it may name, as words joined by commas.
    offered      TEXT NOT NULL DEFAULT '',
    -- From then on the map decides.
    answer_until TEXT NOT NULL,
    agent        TEXT,
    -- Why that agent; without an agent, why there is no answer.
    reasoning    TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX routing_proposals_open ON routing_proposals (answer_until) WHERE agent IS NULL AND reasoning IS NULL;

CREATE TRIGGER proposal_is_for_one_claim AFTER UPDATE OF status ON tasks WHEN NEW.status NOT IN ('open', 'needs_work')
BEGIN
    DELETE FROM routing_proposals WHERE task_id = NEW.id;
END;

CREATE INDEX runs_route ON runs (seq) WHERE kind = 'route';

-- What the primary says of a task that has used up its attempts: once for each task. A part of a task that was split is
-- entered from the beginning, so that it is never split again.
CREATE TABLE triages (
    task_id  TEXT NOT NULL PRIMARY KEY REFERENCES tasks (id) ON DELETE CASCADE,
    run_id   TEXT REFERENCES runs (id),
    state    TEXT NOT NULL CHECK (state IN ('asked', 'proposed', 'accepted', 'failed', 'overtaken', 'part')),
    -- How the last attempt had failed.
    failure  TEXT NOT NULL DEFAULT '',
    -- As JSON.
    proposal TEXT,
    at       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX triages_open ON triages (task_id) WHERE state = 'asked';

-- The kind of what the primary proposes in an item.
ALTER TABLE inbox ADD COLUMN proposal TEXT CHECK (proposal IN ('retry', 'split', 'ask'));
