package dev.fuel.domain.run;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.review.ReviewId;
import dev.fuel.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One execution attempt of an agent or a check.
///
/// @param token       the secret in the processes' environment; a settle must present it
/// @param stopping    why Fuel is ending it, from before the first signal on
/// @param process     its supervisor, once started
/// @param claimedDone what the agent said with `fuel done`; a claim, no more
/// @param charged     whether its failure counts as an attempt
/// @param finalText   the last words of the agent
/// @param diffStat    `git diff --stat` against the base at its end
/// @param gitStatus   `git status --short` at its end
/// @param costSource  where the cost in {@code usage} comes from
/// @param attempt     1 for the first run of its kind on its task
/// @param headCommit  the commit that it is about, or that it ended at
/// @param resumedFrom the run whose session it goes on with
/// @param review      the review that it belongs to; null for a run that is no part of the gate
/// @param score       how good its work was, 0 to 100, see {@link RunScore}; null while nobody can say
/// @param rating      what a person thinks of its work, 1 to 5; null if nobody has said
public record Run(
        RunId id,
        long seq,
        RunKind kind,
        @Nullable TaskId task,
        @Nullable EpicId epic,
        @Nullable AgentName agent,
        @Nullable String model,
        RunStatus status,
        String token,
        @Nullable StopReason stopping,
        @Nullable Integer exitCode,
        @Nullable ProcessIdentity process,
        Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable Duration duration,
        @Nullable String sessionId,
        @Nullable FailureType errorType,
        @Nullable String errorMessage,
        boolean charged,
        @Nullable String claimedDone,
        @Nullable String finalText,
        @Nullable String diffStat,
        @Nullable String gitStatus,
        Usage usage,
        @Nullable CostSource costSource,
        @Nullable String workspacePath,
        @Nullable String baseCommit,
        @Nullable String headCommit,
        int attempt,
        @Nullable RunId resumedFrom,
        @Nullable ReviewId review,
        @Nullable Integer score,
        @Nullable Integer rating) {

    /// What it has cost; null if that is not known.
    public @Nullable Cost cost() {
        return usage.costUsd() == null || costSource == null ? null : new Cost(usage.costUsd(), costSource);
    }
}
