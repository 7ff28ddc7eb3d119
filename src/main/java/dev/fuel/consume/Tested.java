package dev.fuel.consume;

import dev.fuel.domain.review.TestBaseline;
import org.jspecify.annotations.Nullable;

/// What the test command is known to have found at the two commits that are compared.
///
/// @param head where the work has come to; null if it has not run there
/// @param base where the work started from; null if it has not run there
record Tested(@Nullable TestBaseline head, @Nullable TestBaseline base) {
    static final Tested NOTHING = new Tested(null, null);
}
