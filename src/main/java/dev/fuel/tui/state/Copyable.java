package dev.fuel.tui.state;

/// A text that can be copied.
///
/// @param what what it is, in a word
public record Copyable(String what, String text) {}
