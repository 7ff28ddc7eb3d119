package dev.fuel.domain.task;

import dev.fuel.domain.Word;

/// Where a task stands. {@link TaskLifecycle} owns the moves between them.
public enum TaskStatus implements Word {
    OPEN,
    IN_PROGRESS,
    REVIEW,
    NEEDS_WORK,
    CLOSED,
    CANCELLED;

    /// Nothing more will happen to it unless a person reopens it.
    public boolean isEnded() {
        return this == CLOSED || this == CANCELLED;
    }

    /// It may be claimed as far as its status is concerned.
    public boolean isClaimable() {
        return this == OPEN || this == NEEDS_WORK;
    }
}
