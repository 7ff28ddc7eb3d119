package dev.fuel.app;

import dev.fuel.domain.Identifier;

/// What a task, epic or run changes.
///
/// @param of      what it is about
/// @param text    git's words, without colours
/// @param omitted how many bytes were too many and left out
public record Difference(Identifier of, String text, long omitted) {}
