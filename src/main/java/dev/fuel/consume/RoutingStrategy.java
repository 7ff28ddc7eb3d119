package dev.fuel.consume;

import dev.fuel.config.FuelConfig;

/// Chooses who gets a task first: candidates with what is known of them in, a choice with its reason out. Pure.
///
/// Whom a task is pinned to, whose session it goes on with, and who steps in for whom are the same for all, and the
/// {@link Router}'s business.
sealed interface RoutingStrategy permits ComplexityMap, PrimaryChoice, LearnedChoice {
    Choice choose(Contest contest);

    static RoutingStrategy of(FuelConfig config) {
        return switch (config.routing()) {
            case COMPLEXITY -> new ComplexityMap(config);
            case PRIMARY -> config.primary() == null ? new ComplexityMap(config) : new PrimaryChoice(config);
            case LEARNED -> new LearnedChoice(config);
        };
    }
}
