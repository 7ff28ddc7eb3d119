package dev.fuel.agents.claude;

import org.jspecify.annotations.Nullable;

/// In what a program that prints Claude Code's format differs from it.
///
/// @param cachedWithinInput whether its `input_tokens` hold those that came from the provider's cache
/// @param errorsAreWords    whether its errors come without codes, so that its own words have to tell what they are
/// @param errorMark         how an error begins that it repeats at the end of the assistant's text; null if it
///                          does not
public record Dialect(
        boolean cachedWithinInput,
        boolean errorsAreWords,
        @Nullable String errorMark) {
    static final Dialect CLAUDE = new Dialect(false, false, null);
}
