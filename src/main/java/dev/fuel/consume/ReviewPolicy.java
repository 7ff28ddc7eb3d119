package dev.fuel.consume;

import dev.fuel.config.ReviewSettings;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.review.Issue;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.Verdict;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.StopReason;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the reviewer has to do, or has said. A work is never passed because its reviewer could not be asked.
final class ReviewPolicy {
    /// Failed runs of a reviewer on the same work.
    private static final int MOST_FAILURES = 3;
    /// The first answer and the one to the repair question.
    private static final int MOST_ANSWERS = 2;

    private ReviewPolicy() {}

    /// @return empty if the reviewer is content, a person has accepted the work, or no reviewer is configured
    static Optional<GateStep> next(GateFacts facts) {
        ReviewSettings settings = facts.config().review();
        Review review = Objects.requireNonNull(facts.current());
        if (review.verdict() == Verdict.Decision.PASS || facts.task().isApproved()) {
            return Optional.empty();
        }
        if (review.verdict() == Verdict.Decision.FAIL) {
            return Optional.of(new GateStep.SendBack(issues(review)));
        }
        if (settings == null || settings.agent() == null) {
            return Optional.empty();
        }
        return Optional.of(ask(facts, review, settings.agent()));
    }

    private static GateStep ask(GateFacts facts, Review review, AgentName reviewer) {
        List<Run> asked = facts.runs(RunKind.REVIEW);
        List<Run> failed = asked.stream().filter(Run::charged).toList();
        if (failed.size() >= MOST_FAILURES) {
            return new GateStep.CallForHelp("the reviewer has failed %d times, at last: %s"
                    .formatted(failed.size(), failed.getLast().errorMessage()));
        }
        List<Run> unclear = asked.stream()
                .filter(run -> run.status() == RunStatus.COMPLETED)
                .toList();
        if (unclear.size() >= MOST_ANSWERS) {
            return new GateStep.CallForHelp("the reviewer's answers have no verdict that can be read");
        }
        @Nullable Run before = goesOnFor(asked, unclear);
        AgentName first = before == null ? reviewer : Objects.requireNonNull(before.agent());
        return SlotPolicy.start(
                facts,
                "review",
                first,
                (agent, model) -> new NewRun(
                        RunKind.REVIEW,
                        facts.task().id(),
                        facts.task().epic(),
                        agent,
                        model,
                        null,
                        null,
                        null,
                        asked.size() + 1,
                        before != null && agent.equals(before.agent()) ? before.id() : null,
                        review.id(),
                        review.head()));
    }

    /// One that a budget has stopped goes on; one that was not understood is asked again.
    private static @Nullable Run goesOnFor(List<Run> asked, List<Run> unclear) {
        Run last = asked.isEmpty() ? null : asked.getLast();
        boolean wasStopped = last != null && last.stopping() == StopReason.BUDGET && last.sessionId() != null;
        if (wasStopped || unclear.isEmpty()) {
            return wasStopped ? last : null;
        }
        return unclear.getLast();
    }

    /// What the next prompt of the author says, as the reviewer has said it.
    private static String issues(Review review) {
        StringBuilder issues = new StringBuilder();
        for (Issue issue : review.blocking()) {
            issues.append("- ").append(issue.sentence()).append('\n');
        }
        return issues.toString();
    }
}
