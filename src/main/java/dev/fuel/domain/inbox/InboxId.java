package dev.fuel.domain.inbox;

import dev.fuel.domain.Identifier;

/// The identity of an inbox item: `i-` and six lower-case hex digits.
public record InboxId(String value) implements Identifier {
    public static final String PREFIX = "i-";

    /// @throws IllegalArgumentException if the value is not of that form
    public InboxId {
        Identifier.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
