package dev.fuel.config;

/// How a new inbox item is told.
///
/// @param command run by `sh -c` for each item, empty for none
public record NotifySettings(boolean bell, boolean desktop, String command) {}
