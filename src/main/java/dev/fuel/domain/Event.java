package dev.fuel.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the audit log, committed together with the change that it tells of.
///
/// @param entityId the task, epic, run, review, inbox item, agent or `project` that changed
/// @param what     the kind of change, a stable snake_case word
public record Event(
        long seq,
        Instant at,
        Actor actor,
        String entityId,
        String what,
        @Nullable String fromState,
        @Nullable String toState,
        @Nullable String detail) {}
