package dev.fuel.domain.run;

import dev.fuel.domain.Word;

/// How far a run has come.
public enum RunStatus implements Word {
    RUNNING,
    COMPLETED,
    FAILED,
    KILLED
}
