package dev.fuel.domain.task;

import dev.fuel.domain.Word;

/// Why a task may not start; it may only when none is left.
public enum Hold implements Word {
    PERSON,
    STUCK,
    MERGE,
    QUESTION,
    ATTACH
}
