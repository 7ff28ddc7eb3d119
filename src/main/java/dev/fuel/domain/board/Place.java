package dev.fuel.domain.board;

import dev.fuel.domain.Word;

/// A column of the board. A task stands in the first one, from {@link #RUNNING} on, whose condition it meets.
public enum Place implements Word {
    /// It may not start yet; its card says why.
    BLOCKED,
    READY,
    /// A run is at work on it, or a person who took it over.
    RUNNING,
    REVIEW,
    /// An inbox item of it is open, or it is held by `stuck`, `question` or `merge`.
    NEEDS_YOU,
    DONE
}
