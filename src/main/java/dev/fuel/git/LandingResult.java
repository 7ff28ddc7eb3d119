package dev.fuel.git;

import java.nio.file.Path;
import java.util.List;

/// How bringing work onto its target went.
public sealed interface LandingResult {
    /// The target is now at this commit, and contains the work.
    record Landed(String commit) implements LandingResult {}

    /// It was there already (the last attempt was cut off before it could be noted).
    ///
    /// @param commit where the target is
    record AlreadyLanded(String commit) implements LandingResult {}

    /// The target had moved: the branch now stands on top of it. Check the new head, then land again with it.
    ///
    /// @param head the branch's new commit
    /// @param base the target's commit that it now starts from
    record Rebased(String head, String base) implements LandingResult {}

    /// The branch is not where it was checked. Check the new head, then land again with it.
    record Moved(String head) implements LandingResult {}

    /// Nothing was changed anywhere.
    ///
    /// @param onto  the target's commit with which it conflicts
    /// @param files the conflicting ones
    record Conflict(String onto, List<String> files) implements LandingResult {
        public Conflict {
            files = List.copyOf(files);
        }
    }

    /// A checkout refuses to move. Nothing was changed in it.
    ///
    /// @param checkout the folder that has the branch
    /// @param files    that stand in the way; empty when the cause is another
    /// @param cause    one line
    record BlockedByLocalChanges(Path checkout, List<String> files, String cause) implements LandingResult {
        public BlockedByLocalChanges {
            files = List.copyOf(files);
        }
    }

    /// A branch that is needed does not exist.
    record MissingBranch(String branch) implements LandingResult {}
}
