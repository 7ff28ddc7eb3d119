package dev.fuel.domain.run;

import org.jspecify.annotations.Nullable;

/// What became of a run, as its driver understood it and git shows it.
///
/// @param exitCode   the process's exit code, 128 + n for signal n; null when there is none to be had
/// @param errorType  null exactly when the status is completed or a person stopped it
/// @param usage      the run's own share, where its program reports totals of a session
/// @param headCommit the workspace's head at the end
/// @param costSource where the cost in {@code usage} comes from; null exactly when there is none
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
        @Nullable String gitStatus,
        @Nullable CostSource costSource) {
    public RunOutcome {
        if ((usage.costUsd() == null) != (costSource == null)) {
            throw new IllegalArgumentException("a cost has a source: " + usage + ", " + costSource);
        }
    }

    /// One whose cost, if any, is the reported one.
    public RunOutcome(
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
            @Nullable String gitStatus) {
        this(
                status,
                exitCode,
                errorType,
                errorMessage,
                charged,
                sessionId,
                model,
                finalText,
                usage,
                headCommit,
                diffStat,
                gitStatus,
                usage.costUsd() == null ? null : CostSource.REPORTED);
    }
}
