-- How far a budget has been used up, and what a person has raised it to. The subject is a run, task or epic, or a local
-- date; whether a limit is set at all stands in the configuration.
CREATE TABLE budgets (
    scope      TEXT    NOT NULL CHECK (scope IN ('run', 'task', 'epic', 'day')),
    subject    TEXT    NOT NULL,
    raised_usd REAL CHECK (raised_usd > 0),
    -- What has been told of it at that limit; null while it is far from spent.
    state      TEXT CHECK (state IN ('near', 'spent')),
    told_at    TEXT,
    -- When time alone ends it: a day's end.
    ends_at    TEXT,
    limit_usd  REAL,
    spent_usd  REAL,
    estimated  INTEGER NOT NULL DEFAULT 0 CHECK (estimated IN (0, 1)),
    -- Runs that are in it and of which nobody knows what they have cost.
    unpriced   INTEGER NOT NULL DEFAULT 0 CHECK (unpriced >= 0),
    PRIMARY KEY (scope, subject),
    CHECK ((state IS NULL) = (told_at IS NULL)),
    CHECK ((state IS NULL) = (limit_usd IS NULL)),
    CHECK ((state IS NULL) = (spent_usd IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX budgets_told ON budgets (state) WHERE state IS NOT NULL;

-- An account without credit is an agent's trouble as a lost login is; `budget` are now Fuel's own limits.
UPDATE OR IGNORE inbox SET type = 'auth', cause = 'auth' || substr(cause, 7)
WHERE type = 'budget' AND actioned_at IS NULL;
UPDATE inbox SET type = 'auth', actioned_at = created_at, action = 'told by another item'
WHERE type = 'budget' AND actioned_at IS NULL;
