package dev.fuel.tui.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change that is committed.
///
/// @param words   what has happened, in one line
/// @param inverse what takes it back; null if nothing does
/// @param acts    what is only carried out when its grace is over
public record Made(String words, @Nullable Change inverse, List<Long> acts) {
    public Made {
        acts = List.copyOf(acts);
    }

    /// What is done.
    public Made(String words, @Nullable Change inverse) {
        this(words, inverse, List.of());
    }
}
