package dev.fuel.tui.state;

import org.jspecify.annotations.Nullable;

/// A change that is committed.
///
/// @param words   what has happened, in one line
/// @param inverse what takes it back; null if nothing does
public record Made(String words, @Nullable Change inverse) {}
