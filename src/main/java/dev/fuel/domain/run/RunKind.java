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
    MERGE;

    /// Whether it is a short question beside all work: it takes no slot, and none of its agent's runs, so that nothing
    /// has to wait for its end to start.
    public boolean isQuestion() {
        return this == ROUTE || this == TRIAGE;
    }
}
