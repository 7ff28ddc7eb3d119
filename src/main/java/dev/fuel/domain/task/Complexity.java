package dev.fuel.domain.task;

import dev.fuel.domain.Word;

/// How hard a task is expected to be; routing chooses the agent by it.
public enum Complexity implements Word {
    TRIVIAL,
    SIMPLE,
    MODERATE,
    COMPLEX
}
