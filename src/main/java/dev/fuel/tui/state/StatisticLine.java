package dev.fuel.tui.state;

import dev.fuel.domain.run.Figures;
import dev.fuel.domain.run.Grouping;

/// What the runs that have one thing in common have come to.
///
/// @param key their agent, model, type, complexity or day; empty where they have no such thing
public record StatisticLine(Grouping grouping, String key, Figures figures) {
    String id() {
        return grouping + " " + key;
    }
}
