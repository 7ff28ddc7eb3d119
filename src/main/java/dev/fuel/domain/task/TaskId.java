package dev.fuel.domain.task;

import dev.fuel.domain.Identifier;

/// The identity of a task: `f-` and six lower-case hex digits.
public record TaskId(String value) implements Identifier {
    public static final String PREFIX = "f-";

    /// @throws IllegalArgumentException if the value is not of that form
    public TaskId {
        Identifier.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
