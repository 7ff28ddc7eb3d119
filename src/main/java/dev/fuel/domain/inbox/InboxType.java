package dev.fuel.domain.inbox;

import dev.fuel.domain.Word;

/// What kind of thing waits for a person.
public enum InboxType implements Word {
    EPIC_REVIEW,
    TASK_REVIEW,
    STUCK,
    NEEDS_HUMAN,
    QUESTION,
    MESSAGE,
    PERMISSION,
    AUTH,
    MERGE_CONFLICT,
    MERGE_BLOCKED,
    BUDGET,
    INCONCLUSIVE_REVIEW
}
