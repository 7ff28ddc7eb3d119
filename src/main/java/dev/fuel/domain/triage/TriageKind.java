package dev.fuel.domain.triage;

import dev.fuel.domain.Word;

/// What kind of thing is proposed for a stuck task.
public enum TriageKind implements Word {
    /// Another agent tries.
    RETRY,
    /// Smaller tasks take its place.
    SPLIT,
    /// A person is asked something.
    ASK
}
