package dev.fuel.domain.run;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.review.ReviewId;
import dev.fuel.domain.task.TaskId;
import org.jspecify.annotations.Nullable;

/// A run that is about to be started.
///
/// @param sessionId   the session that it goes on with, or that was chosen for it
/// @param attempt     1 for the first run of its kind on its task
/// @param resumedFrom the run whose session it goes on with
/// @param review      the review that it belongs to; null for a run that is no part of the gate
/// @param headCommit  the commit that it is about; null if it makes its own
public record NewRun(
        RunKind kind,
        @Nullable TaskId task,
        @Nullable EpicId epic,
        @Nullable AgentName agent,
        @Nullable String model,
        @Nullable String sessionId,
        @Nullable String workspacePath,
        @Nullable String baseCommit,
        int attempt,
        @Nullable RunId resumedFrom,
        @Nullable ReviewId review,
        @Nullable String headCommit) {

    /// A run that is no part of the gate.
    public NewRun(
            RunKind kind,
            @Nullable TaskId task,
            @Nullable EpicId epic,
            @Nullable AgentName agent,
            @Nullable String model,
            @Nullable String sessionId,
            @Nullable String workspacePath,
            @Nullable String baseCommit,
            int attempt,
            @Nullable RunId resumedFrom) {
        this(kind, task, epic, agent, model, sessionId, workspacePath, baseCommit, attempt, resumedFrom, null, null);
    }

    /// The first work run of an agent on a task.
    public static NewRun work(TaskId task, AgentName agent, @Nullable String model) {
        return new NewRun(RunKind.WORK, task, null, agent, model, null, null, null, 1, null);
    }
}
