-- An item of the inbox that a person has put off: it waits without being counted until then.
ALTER TABLE inbox ADD COLUMN snoozed_until TEXT;
