package dev.fuel.domain.run;

import dev.fuel.domain.Word;

/// What a run is for. Everything that is executed is a run.
public enum RunKind implements Word {
    WORK,
    CHECK,
    REVIEW,
    EPIC_REVIEW,
    ROUTE,
    TRIAGE,
    PLAN,
    MERGE
}
