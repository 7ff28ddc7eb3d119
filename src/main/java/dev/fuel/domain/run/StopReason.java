package dev.fuel.domain.run;

import dev.fuel.domain.Word;

/// Why Fuel is ending a run; stored before the first signal is sent.
public enum StopReason implements Word {
    PERSON,
    TIMEOUT,
    STALLED,
    SHUTDOWN,
    BUDGET
}
