package dev.fuel.consume;

import dev.fuel.domain.review.TestBaseline;
import dev.fuel.store.Session;
import org.jspecify.annotations.Nullable;

/// What the test command is known to have found at the two commits that are compared.
///
/// @param head where the work has come to; null if it has not run there
/// @param base where the work started from; null if it has not run there
record Tested(@Nullable TestBaseline head, @Nullable TestBaseline base) {
    static final Tested NOTHING = new Tested(null, null);

    /// @param head a commit, or what stands for one
    static Tested read(Session session, @Nullable String head, @Nullable String base, String command) {
        return new Tested(
                head == null ? null : session.baselines().find(head, command).orElse(null),
                base == null ? null : session.baselines().find(base, command).orElse(null));
    }
}
