package dev.fuel.cli;

import dev.fuel.app.WaitingTask;
import dev.fuel.domain.epic.EpicStatus;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.Waiting;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/// States in one or two words and their colour; reasons in a sentence.
final class States {
    private States() {}

    static Span of(WaitingTask waiting) {
        Task task = waiting.task();
        return switch (task.status()) {
            case OPEN -> waiting.reasons().isEmpty() ? Role.LINK.of("ready") : blocked(task);
            case NEEDS_WORK -> waiting.reasons().isEmpty() ? Role.WARN.of("needs work") : blocked(task);
            case IN_PROGRESS -> Role.RUNNING.of("in progress");
            case REVIEW -> task.heldBy().isEmpty() ? Role.REVIEW.of("review") : blocked(task);
            case CLOSED -> Role.OK.of("closed");
            case CANCELLED -> Role.DIM.of("cancelled");
        };
    }

    private static Span blocked(Task task) {
        if (task.heldBy().contains(Hold.STUCK)) {
            return Role.NEEDS.of("stuck");
        }
        if (task.heldBy().contains(Hold.QUESTION)) {
            return Role.NEEDS.of("question");
        }
        if (task.heldBy().contains(Hold.MERGE)) {
            return Role.NEEDS.of("merge");
        }
        return task.heldBy().isEmpty() ? Role.DIM.of("blocked") : Role.WARN.of("held");
    }

    static Span of(EpicStatus status) {
        return switch (status) {
            case PLANNING -> Role.DIM.of("planning");
            case IN_PROGRESS -> Role.RUNNING.of("in progress");
            case REVIEW_PENDING -> Role.NEEDS.of("review pending");
            case CHANGES_REQUESTED -> Role.WARN.of("changes requested");
            case APPROVED -> Role.OK.of("approved");
        };
    }

    static Span of(ReviewStatus status) {
        return switch (status) {
            case PENDING -> Role.RUNNING.of("pending");
            case PASSED -> Role.OK.of("passed");
            case FAILED -> Role.BAD.of("failed");
            case INCONCLUSIVE -> Role.WARN.of("inconclusive");
        };
    }

    static Span of(RunStatus status) {
        return switch (status) {
            case RUNNING -> Role.RUNNING.of("running");
            case COMPLETED -> Role.OK.of("completed");
            case FAILED -> Role.BAD.of("failed");
            case KILLED -> Role.WARN.of("stopped");
        };
    }

    /// Every reason, in a line.
    static String why(List<Waiting> reasons, Instant now) {
        return reasons.stream()
                .map(reason -> reason.sentence(now, ZoneId.systemDefault()))
                .collect(Collectors.joining("; "));
    }
}
