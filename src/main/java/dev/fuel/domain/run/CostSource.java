package dev.fuel.domain.run;

import dev.fuel.domain.Word;

/// Where an amount of money comes from. A sum with an estimate in it is an estimate.
public enum CostSource implements Word {
    /// The agent's program said so.
    REPORTED,
    /// Tokens times list prices.
    ESTIMATED
}
