package dev.fuel.domain.epic;

import dev.fuel.domain.Word;

/// Where an epic stands; always derived from its tasks and decisions, never stored.
public enum EpicStatus implements Word {
    PLANNING,
    IN_PROGRESS,
    REVIEW_PENDING,
    CHANGES_REQUESTED,
    APPROVED
}
