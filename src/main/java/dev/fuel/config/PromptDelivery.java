package dev.fuel.config;

import dev.fuel.domain.Word;

/// How a `command` agent gets its prompt.
public enum PromptDelivery implements Word {
    STDIN,
    /// The path of the prompt's file is the last argument.
    FILE,
    /// The prompt itself is the last argument.
    ARGUMENT
}
