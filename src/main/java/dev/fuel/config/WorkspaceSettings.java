package dev.fuel.config;

import dev.fuel.domain.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where agents work.
///
/// @param mode  as configured; {@link Mode#WORKTREE} works as shared where there is no git repository
/// @param base  the branch that work starts from and lands on; null is the branch checked out at `init`
/// @param setup a command for each new worktree, empty for none
/// @param copy  globs of ignored files that each worktree gets a copy of
public record WorkspaceSettings(Mode mode, @Nullable String base, String setup, List<String> copy) {
    public enum Mode implements Word {
        /// Each task has its own git worktree.
        WORKTREE,
        /// All work in the checkout itself.
        SHARED
    }

    public WorkspaceSettings {
        copy = List.copyOf(copy);
    }
}
