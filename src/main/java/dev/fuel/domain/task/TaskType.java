package dev.fuel.domain.task;

import dev.fuel.domain.Word;

/// What kind of work a task is.
public enum TaskType implements Word {
    FEATURE,
    BUG,
    FIX,
    REFACTOR,
    TEST,
    DOCS,
    CHORE,
    RESEARCH;

    /// An answer without a commit is a result for these; for the others it is no work done.
    public boolean mayEndInAnswer() {
        return this == RESEARCH || this == DOCS || this == CHORE;
    }
}
