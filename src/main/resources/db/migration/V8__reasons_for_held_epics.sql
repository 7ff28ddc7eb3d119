-- Why an epic's tasks may not start, each reason for itself, as with a task: what a person has paused stays paused
-- when a merge is settled, and what waits for a merge is not let go by a person.
ALTER TABLE epics ADD COLUMN held_by TEXT NOT NULL DEFAULT '';

DROP TRIGGER task_joined_epic;
DROP TRIGGER task_changed_epic;
DROP TRIGGER epic_held_or_released;

-- Up to now a merge that is under way was the only reason beside a person, and hid that one.
UPDATE epics
SET held_by = CASE
    WHEN EXISTS (SELECT 1 FROM requests r WHERE r.kind = 'merge_epic' AND r.target = epics.id AND r.done_at IS NULL)
        OR EXISTS (SELECT 1 FROM runs r WHERE r.kind = 'merge' AND r.epic_id = epics.id AND r.status = 'running')
        THEN 'merge'
    ELSE 'person'
    END
WHERE held = 1;

ALTER TABLE epics DROP COLUMN held;

CREATE TRIGGER task_joined_epic AFTER INSERT ON tasks WHEN NEW.epic_id IS NOT NULL
BEGIN
    UPDATE tasks SET epic_held = (SELECT held_by <> '' FROM epics e WHERE e.id = NEW.epic_id) WHERE id = NEW.id;
END;

CREATE TRIGGER task_changed_epic AFTER UPDATE OF epic_id ON tasks WHEN OLD.epic_id IS NOT NEW.epic_id
BEGIN
    UPDATE tasks SET epic_held = coalesce((SELECT held_by <> '' FROM epics e WHERE e.id = NEW.epic_id), 0)
    WHERE id = NEW.id;
END;

CREATE TRIGGER epic_held_or_released AFTER UPDATE OF held_by ON epics WHEN (OLD.held_by <> '') <> (NEW.held_by <> '')
BEGIN
    UPDATE tasks SET epic_held = NEW.held_by <> '' WHERE epic_id = NEW.id;
END;
