package dev.fuel.domain.triage;

import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import org.jspecify.annotations.Nullable;

/// A task that the primary was asked about because it had come to a stop.
///
/// @param run      that asks, or asked last; null for a part of a task that was split
/// @param failure  how its last attempt had failed
/// @param proposal what the primary has proposed, if it has
public record StuckTask(
        TaskId task,
        @Nullable RunId run,
        TriageState state,
        String failure,
        @Nullable TriageProposal proposal) {}
