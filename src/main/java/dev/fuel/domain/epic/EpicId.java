package dev.fuel.domain.epic;

import dev.fuel.domain.Identifier;

/// The identity of an epic: `e-` and six lower-case hex digits.
public record EpicId(String value) implements Identifier {
    public static final String PREFIX = "e-";

    /// @throws IllegalArgumentException if the value is not of that form
    public EpicId {
        Identifier.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
