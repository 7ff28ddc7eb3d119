package dev.fuel.domain.review;

import dev.fuel.domain.Identifier;

/// The identity of a review: `r-` and six lower-case hex digits.
public record ReviewId(String value) implements Identifier {
    public static final String PREFIX = "r-";

    /// @throws IllegalArgumentException if the value is not of that form
    public ReviewId {
        Identifier.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
