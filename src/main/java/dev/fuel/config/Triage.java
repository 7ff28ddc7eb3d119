package dev.fuel.config;

import dev.fuel.domain.Word;

/// What becomes of a triage run's proposals.
public enum Triage implements Word {
    /// A person confirms them.
    ASK,
    /// They are applied at once.
    AUTO
}
