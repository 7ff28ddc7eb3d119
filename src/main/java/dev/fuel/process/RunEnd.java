package dev.fuel.process;

import dev.fuel.domain.run.RunId;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run has ended, and nothing of it is left running.
///
/// @param exitCode  the program's own, 128 + n for signal n; null when the supervisor died without leaving one
/// @param stopped   whether it was ended by [ProcessManager#kill]
/// @param leftovers how many processes it had left behind, which were killed
public record RunEnd(
        RunId run, Path directory, @Nullable Integer exitCode, Instant endedAt, boolean stopped, int leftovers) {}
