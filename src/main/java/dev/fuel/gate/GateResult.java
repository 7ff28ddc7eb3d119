package dev.fuel.gate;

import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.review.Check;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the gate found.
public sealed interface GateResult {
    /// The work is where it belongs.
    ///
    /// @param commit where the target branch is now; null if there was nothing to land
    record Landed(List<Check> checks, @Nullable String commit) implements GateResult {}

    /// The agent must mend something.
    ///
    /// @param issues what, for its next prompt
    record Failed(List<Check> checks, String issues) implements GateResult {}

    /// The work is now at another commit: the gate starts again with it.
    ///
    /// @param base where it starts from now, if it was put on top of a target that had moved; else null
    record Moved(String head, @Nullable String base) implements GateResult {}

    /// A person must decide or clear the way.
    record Blocked(List<Check> checks, InboxType type, String title, String body) implements GateResult {}
}
