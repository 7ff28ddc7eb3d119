package dev.fuel.app;

import dev.fuel.consume.EpicReport;
import dev.fuel.git.Change;
import org.jspecify.annotations.Nullable;

/// What a person decides about an epic from.
///
/// @param change what its branch adds to its base branch; null if it has none, or none any more
public record EpicEvidence(EpicReport report, @Nullable Change change) {}
