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
    MERGE_EPIC,
    /// Have the primary propose the tasks of an epic, even while paused; the target is its id.
    PLAN_EPIC,
    /// Carry out what a person has decided about an inbox item, the target. The text is the action's word, and what
    /// goes with it from the second line on.
    DECIDE,
    /// Let a task, the target, be tried again; the text may name an agent.
    RETRY,
    /// Tell the agent of a task, the target, what the text says.
    MESSAGE;

    /// Whether it is an act of a person's that waits until they can no longer take it back. Any process may carry it
    /// out; a consumer does.
    public boolean isDelayedAct() {
        return switch (this) {
            case DECIDE, RETRY, MESSAGE -> true;
            case STOP_RUN, STOP_ALL, START_NOW, MERGE_EPIC, PLAN_EPIC -> false;
        };
    }
}
