package dev.fuel.app;

import java.util.List;

/// A worktree and branch that are gone.
///
/// @param stake  what only they held
/// @param keptAs the references that keep it, the one with the files first; none if there was nothing
public record Discarded(Stake stake, List<String> keptAs) {
    public Discarded {
        keptAs = List.copyOf(keptAs);
    }
}
