package dev.fuel.gate;

import dev.fuel.domain.inbox.InboxType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How bringing a task's work onto its target went.
public sealed interface GateResult {
    /// The work is where it belongs.
    ///
    /// @param commit where the target branch is now; null if there was nothing to land
    record Landed(@Nullable String commit) implements GateResult {}

    /// The target had moved and the work was put on top of it: the checks are to be made again there.
    ///
    /// @param head the work's commit now
    /// @param base where it starts from now
    record Rebased(String head, String base) implements GateResult {}

    /// The branch is not where it was checked: whatever was said of it is about something else.
    record Moved(String head) implements GateResult {}

    /// The work and what the target has got meanwhile do not fit together. Nothing was changed.
    ///
    /// @param target the branch that it was to land on
    /// @param onto   the target's commit
    record Conflict(String target, String onto, List<String> files) implements GateResult {
        public Conflict {
            files = List.copyOf(files);
        }
    }

    /// A person must decide or clear the way.
    record Blocked(InboxType type, String title, String body) implements GateResult {}
}
