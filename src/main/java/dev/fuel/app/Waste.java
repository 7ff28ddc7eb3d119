package dev.fuel.app;

import dev.fuel.domain.Word;

/// One thing that `fuel gc` removes.
///
/// @param name  of a person's: the task or epic, the run, the reference, the file
/// @param bytes that it takes on disk; 0 where only git knows
public record Waste(Kind kind, String name, long bytes) {
    /// What there is to remove.
    public enum Kind implements Word {
        /// A worktree with its branch, or one of the two.
        WORKTREE("merged worktree", "merged worktrees"),
        /// One that was made for a review or a test, and left.
        DISPOSABLE("left-over worktree of a review or test", "left-over worktrees of reviews or tests"),
        RUN_FILES("run's files", "runs' files"),
        REFERENCE("reference to old work", "references to old work"),
        BACKUP("backup of the database", "backups of the database"),
        /// What was deleted inside of the database.
        DATABASE("free space in the database", "free space in the database");

        private final String one;
        private final String many;

        Kind(String one, String many) {
            this.one = one;
            this.many = many;
        }

        /// `3 merged worktrees`.
        public String counted(int count) {
            return this == DATABASE ? one : "%,d %s".formatted(count, count == 1 ? one : many);
        }
    }
}
