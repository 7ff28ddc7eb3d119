package dev.fuel.store;

import dev.fuel.domain.Word;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.ReviewId;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.review.Verdict;
import dev.fuel.domain.run.CostSource;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.ProcessIdentity;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.task.TaskType;
import dev.fuel.domain.triage.TriageKind;
import dev.fuel.store.jooq.tables.records.InboxRecord;
import dev.fuel.store.jooq.tables.records.ReviewsRecord;
import dev.fuel.store.jooq.tables.records.RunsRecord;
import dev.fuel.store.jooq.tables.records.TasksRecord;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rows as values of the domain.
final class Rows {
    private Rows() {}

    static Task task(TasksRecord row) {
        return new Task(
                new TaskId(row.getId()),
                row.getSeq(),
                row.getTitle(),
                row.getDescription(),
                Word.of(TaskType.class, row.getType()),
                new Priority(row.getPriority()),
                Word.of(Complexity.class, row.getComplexity()),
                Word.of(TaskStatus.class, row.getStatus()),
                WordSet.parse(Hold.class, row.getHeldBy()),
                orNull(row.getEpicId(), EpicId::new),
                orNull(row.getAgent(), AgentName::new),
                orNull(row.getGoesOnWith(), AgentName::new),
                WordSet.parse(row.getLabels()),
                row.getNotBefore(),
                row.getAttempts(),
                row.getAttemptsSince(),
                row.getReviewRounds(),
                row.getLastReviewIssues(),
                row.getNote(),
                row.getApprovedCommit(),
                row.getOpenBlockers(),
                row.getChain(),
                row.getBaseBranch(),
                row.getBaseCommit(),
                row.getBranch(),
                row.getPortBlock(),
                row.getCommitHash(),
                row.getReason(),
                row.getCreatedBy(),
                row.getCreatedAt(),
                row.getUpdatedAt(),
                row.getStartedAt(),
                row.getClosedAt());
    }

    static Run run(RunsRecord row) {
        return new Run(
                new RunId(row.getId()),
                row.getSeq(),
                Word.of(RunKind.class, row.getKind()),
                orNull(row.getTaskId(), TaskId::new),
                orNull(row.getEpicId(), EpicId::new),
                orNull(row.getAgent(), AgentName::new),
                row.getModel(),
                Word.of(RunStatus.class, row.getStatus()),
                row.getToken(),
                orNull(row.getStopping(), word -> Word.of(StopReason.class, word)),
                row.getExitCode(),
                orNull(row.getPid(), pid -> new ProcessIdentity(pid, row.getPidStartedAt())),
                row.getStartedAt(),
                row.getCompletedAt(),
                orNull(row.getDurationMs(), Duration::ofMillis),
                row.getSessionId(),
                orNull(row.getErrorType(), word -> Word.of(FailureType.class, word)),
                row.getErrorMessage(),
                row.getCharged() != 0,
                row.getClaimedDone(),
                row.getFinalText(),
                row.getDiffStat(),
                row.getGitStatus(),
                new Usage(
                        row.getTokensIn(), row.getTokensOut(), row.getTokensCached(), row.getCostUsd(), row.getTurns()),
                orNull(row.getCostSource(), word -> Word.of(CostSource.class, word)),
                row.getWorkspacePath(),
                row.getBaseCommit(),
                row.getHeadCommit(),
                row.getAttempt(),
                orNull(row.getResumedFrom(), RunId::new),
                orNull(row.getReviewId(), ReviewId::new),
                row.getScore(),
                row.getRating());
    }

    static InboxItem item(InboxRecord row) {
        return new InboxItem(
                new InboxId(row.getId()),
                Word.of(InboxType.class, row.getType()),
                row.getCause(),
                row.getTitle(),
                row.getBody(),
                orNull(row.getRelatedEpicId(), EpicId::new),
                orNull(row.getRelatedTaskId(), TaskId::new),
                orNull(row.getRelatedRunId(), RunId::new),
                row.getCreatedAt(),
                row.getReadAt(),
                row.getActionedAt(),
                row.getAction(),
                row.getSnoozedUntil(),
                orNull(row.getProposal(), word -> Word.of(TriageKind.class, word)));
    }

    static Review review(ReviewsRecord row) {
        return new Review(
                new ReviewId(row.getId()),
                new TaskId(row.getTaskId()),
                orNull(row.getRunId(), RunId::new),
                row.getHeadCommit(),
                orNull(row.getAgent(), AgentName::new),
                Word.of(ReviewStatus.class, row.getStatus()),
                Json.checks(row.getChecks()),
                orNull(row.getVerdict(), word -> Word.of(Verdict.Decision.class, word)),
                Json.issues(row.getIssues()),
                row.getSummary(),
                WordSet.parse(row.getFollowupTaskIds()).stream()
                        .map(TaskId::new)
                        .toList(),
                row.getStartedAt(),
                row.getCompletedAt());
    }

    static <S, T> @Nullable T orNull(@Nullable S value, Function<S, T> mapping) {
        return value == null ? null : mapping.apply(value);
    }
}
