package dev.fuel.domain.task;

import dev.fuel.domain.Word;

/// What a link between two tasks means.
public enum DependencyKind implements Word {
    BLOCKS,
    DISCOVERED_FROM
}
