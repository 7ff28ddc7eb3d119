package dev.fuel.consume;

import org.jspecify.annotations.Nullable;

/// What is known of an agent's program.
public sealed interface ProgramStanding {
    /// It is what the driver needs, as far as is known.
    record Fit() implements ProgramStanding {}

    /// It has to be asked before anything is started with it.
    record Unknown() implements ProgramStanding {}

    /// Nothing is started with it.
    ///
    /// @param objection what is wrong and what to do, in one line
    /// @param passing   whether it may be right the next time without having changed: it took too long, say
    record Unusable(String objection, boolean passing) implements ProgramStanding {}

    /// What stands against starting it; null if nothing is known to.
    default @Nullable String objection() {
        return this instanceof Unusable(String objection, boolean _) ? objection : null;
    }
}
