package dev.fuel.domain.run;

import org.jspecify.annotations.Nullable;

/// What became of a run, as its driver understood it and git shows it.
///
/// @param exitCode   the process's exit code, 128 + n for signal n; null when there is none to be had
/// @param errorType  null exactly when the status is completed or a person stopped it
/// @param headCommit the workspace's head at the end
public record RunOutcome(
        RunStatus status,
        @Nullable Integer exitCode,
        @Nullable FailureType errorType,
        @Nullable String errorMessage,
        boolean charged,
        @Nullable String sessionId,
        @Nullable String model,
        @Nullable String finalText,
        Usage usage,
        @Nullable String headCommit,
        @Nullable String diffStat,
        @Nullable String gitStatus) {}
