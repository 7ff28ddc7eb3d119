package dev.fuel.domain.request;

import dev.fuel.domain.Word;

/// What a process that is not the consumer may ask of it. Only a consumer starts and settles runs.
public enum RequestKind implements Word {
    /// End one run; the target is its id. Its task is held by a person afterwards, if it is not over.
    STOP_RUN,
    /// End every run.
    STOP_ALL,
    /// Start one task now, even while paused; the target is its id.
    START_NOW,
    /// Make an epic's work fit onto its base branch, from which it has parted; the target is its id.
    MERGE_EPIC
}
