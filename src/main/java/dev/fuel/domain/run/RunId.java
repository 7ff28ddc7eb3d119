package dev.fuel.domain.run;

import dev.fuel.domain.Identifier;

/// The identity of a run: `run-` and six lower-case hex digits.
public record RunId(String value) implements Identifier {
    public static final String PREFIX = "run-";

    /// @throws IllegalArgumentException if the value is not of that form
    public RunId {
        Identifier.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
