-- What tasks and epics that were imported from another tracker are called there: whoever imports them once more finds
-- them here.
CREATE TABLE foreign_ids (
    source     TEXT NOT NULL,
    foreign_id TEXT NOT NULL,
    entity_id  TEXT NOT NULL,
    PRIMARY KEY (source, foreign_id)
) STRICT, WITHOUT ROWID;
