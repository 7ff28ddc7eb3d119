package dev.fuel.config;

import org.jspecify.annotations.Nullable;

/// One effective value and where it comes from.
///
/// @param path  dotted, `agents.codex.max_attempts`
/// @param value as it may be shown: secrets are hidden
/// @param at    its place in the file; null for a default
public record Setting(String path, String value, @Nullable Position at) {}
