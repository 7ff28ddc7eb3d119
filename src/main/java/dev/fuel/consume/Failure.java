package dev.fuel.consume;

import dev.fuel.domain.run.FailureType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A failed run, as far as it says something of its agent.
///
/// @param resetsAt     when a usage limit ends, where the CLI says so
/// @param runStartedAt tells one trouble that struck several runs from several troubles
public record Failure(FailureType type, @Nullable Instant resetsAt, String message, Instant runStartedAt) {}
