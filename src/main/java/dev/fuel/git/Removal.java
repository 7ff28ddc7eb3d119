package dev.fuel.git;

import java.util.List;

/// Whether a worktree and its branch could go.
public sealed interface Removal {
    record Removed() implements Removal {}

    /// It holds work that is nowhere else.
    ///
    /// @param reason one line
    /// @param files  uncommitted ones
    record Kept(String reason, List<String> files) implements Removal {
        public Kept {
            files = List.copyOf(files);
        }
    }
}
