package dev.fuel.domain.triage;

import dev.fuel.domain.Word;

/// How far a triage has come. A task has one at most.
public enum TriageState implements Word {
    /// The primary is asked.
    ASKED,
    /// A person decides on what it proposes.
    PROPOSED,
    /// Its proposal was carried out.
    ACCEPTED,
    /// It came to nothing: a person decides without it.
    FAILED,
    /// A person was faster.
    OVERTAKEN,
    /// The task is itself a part of one that was split, and is not to be split again.
    PART
}
