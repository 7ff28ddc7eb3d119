package dev.fuel.consume;

import dev.fuel.domain.Request;

/// Carries out what a person asked for and could take back until now.
@FunctionalInterface
public interface DelayedActs {
    /// Does it once, and answers the request in the same transaction wherever that can be.
    ///
    /// @return what became of it, in words, also of what was refused
    String carryOut(Request request);
}
