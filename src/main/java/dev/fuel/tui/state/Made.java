package dev.fuel.tui.state;

import org.jspecify.annotations.Nullable;

/// A change that is committed.
///
/// @param words   what has happened, in one line
/// @param inverse what takes it back; null if nothing does
/// @param request the act that is only carried out when its grace is over; null if all is done
public record Made(
        String words, @Nullable Change inverse, @Nullable Long request) {
    public Made(String words, @Nullable Change inverse) {
        this(words, inverse, null);
    }
}
