package dev.fuel.config;

import dev.fuel.domain.Word;

/// How the agent of a task is chosen.
public enum Routing implements Word {
    /// By the map from complexity to agent.
    COMPLEXITY,
    /// The primary agent chooses; a bad or slow answer falls back to the map.
    PRIMARY,
    /// By the scores of earlier runs.
    LEARNED
}
