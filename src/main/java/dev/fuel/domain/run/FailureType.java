package dev.fuel.domain.run;

import dev.fuel.domain.Word;

/// Why a run failed, read from structured signals only.
public enum FailureType implements Word {
    /// Transient: the provider or the way to it; overload and 5xx too.
    NETWORK,
    /// A usage limit: the agent rests until the limit resets and the same session goes on.
    RATE_LIMIT,
    /// No valid login: the agent stops until a person mends it.
    AUTH,
    /// A tool was refused.
    PERMISSION,
    /// Ended by us: `limits.timeout`.
    TIMEOUT,
    /// Ended by us: no output for `limits.stall`.
    STALLED,
    /// Ended by a signal or without a final event.
    CRASH,
    /// Ended well and did nothing.
    NO_WORK,
    /// No credit left, or our own budget.
    BUDGET,
    /// The process is gone without a trace (a reboot).
    LOST;

    /// Whether the failure counts against the task. What is nobody's fault does not.
    public boolean chargesTask() {
        return switch (this) {
            case RATE_LIMIT, AUTH, PERMISSION, BUDGET, LOST -> false;
            case NETWORK, TIMEOUT, STALLED, CRASH, NO_WORK -> true;
        };
    }
}
