package dev.fuel.domain.review;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The verdict on a task's work: the deterministic checks and, where one is configured, a reviewer's judgement.
///
/// @param run       the work run that was reviewed
/// @param head      the commit that the checks are about; null where there is none
/// @param agent     the reviewer; null when only the checks decided
/// @param verdict   what the reviewer decided; null while no reviewer has
/// @param issues    what the reviewer found
/// @param summary   the reviewer's, or how it came to its end
/// @param followUps the tasks that it led to
public record Review(
        ReviewId id,
        TaskId task,
        @Nullable RunId run,
        @Nullable String head,
        @Nullable AgentName agent,
        ReviewStatus status,
        List<Check> checks,
        Verdict.@Nullable Decision verdict,
        List<Issue> issues,
        String summary,
        List<TaskId> followUps,
        Instant startedAt,
        @Nullable Instant completedAt) {
    public Review {
        checks = List.copyOf(checks);
        issues = List.copyOf(issues);
        followUps = List.copyOf(followUps);
    }

    public boolean isPending() {
        return status == ReviewStatus.PENDING;
    }

    /// What the check of that name has found; empty while it has not been made.
    public Optional<Check> check(String name) {
        return checks.stream().filter(check -> check.name().equals(name)).findFirst();
    }

    /// The issues that the work must not land with.
    public List<Issue> blocking() {
        return issues.stream().filter(Issue::isBlocking).toList();
    }
}
