package dev.fuel.consume;

import dev.fuel.agents.Driver;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.Issue;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.Task;
import dev.fuel.gate.ReviewDiff;
import dev.fuel.gate.Workspace;
import dev.fuel.git.Repository;
import dev.fuel.prompt.Prompts;
import dev.fuel.prompt.Prompts.ReviewFacts;
import dev.fuel.store.Session;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a reviewer is asked: the first time everything, and once more for a verdict that can be read, in the same
/// session where the agent can go on with one.
final class ReviewPrompts {
    private final @Nullable Repository repository;
    private final Ground ground;
    private final Prompts prompts;

    ReviewPrompts(Ground ground) {
        this.ground = ground;
        this.repository = ground.repository();
        this.prompts = new Prompts(ground.fuelDirectory().resolve("prompts"));
    }

    /// What a review run is started from.
    ///
    /// @param work     the run that is reviewed; null if a person did the work
    /// @param unclear  the run before, whose answer had no verdict or that was cut off; null for a first question
    /// @param earlier  what was sent back before, oldest first
    record Facts(
            Task task,
            @Nullable Epic epic,
            Review review,
            @Nullable Run work,
            @Nullable Run unclear,
            List<Review> earlier) {}

    static Facts facts(Session session, Run run) {
        Task task = session.tasks().get(Objects.requireNonNull(run.task()));
        Review review = session.reviews().get(Objects.requireNonNull(run.review()));
        return new Facts(
                task,
                Claims.epicOf(session, task),
                review,
                session.runs().lastOf(task.id(), RunKind.WORK).orElse(null),
                run.resumedFrom() == null ? null : session.runs().get(run.resumedFrom()),
                session.reviews().of(task.id()).reversed().stream()
                        .filter(other -> other.status() == ReviewStatus.FAILED)
                        .toList());
    }

    Preparation preparation(Run run, Facts facts, Workspace room, Driver driver) {
        Run unclear = facts.unclear();
        if (unclear != null && unclear.status() != RunStatus.COMPLETED) {
            @Nullable String session = driver.canResume() ? unclear.sessionId() : null;
            return started(run, prompts.review(reviewFacts(facts, room)), session, room, driver);
        }
        if (unclear == null) {
            return started(run, prompts.review(reviewFacts(facts, room)), null, room, driver);
        }
        if (driver.canResume() && unclear.sessionId() != null) {
            return started(run, prompts.repair(facts.task(), null), unclear.sessionId(), room, driver);
        }
        return started(run, prompts.repair(facts.task(), unclear.finalText()), null, room, driver);
    }

    private Preparation started(Run run, String prompt, @Nullable String session, Workspace room, Driver driver) {
        return AgentStart.preparation(ground, driver, run, room, session, prompt);
    }

    private ReviewFacts reviewFacts(Facts facts, Workspace room) {
        String head = facts.review().head();
        String base = room.base();
        @Nullable String range = null;
        @Nullable ReviewDiff diff = null;
        if (repository != null && head != null && base != null && !head.equals(base)) {
            range = "%s...%s".formatted(base, head);
            diff = ReviewDiff.between(repository, base, head, ReviewDiff.MOST);
        }
        return new ReviewFacts(
                facts.task(),
                facts.epic(),
                range,
                diff == null ? null : diff.text(),
                diff == null ? "" : list(diff.leftOut()),
                facts.work() == null ? null : facts.work().finalText(),
                facts.review().checks().stream().map(ReviewPrompts::sentence).collect(Collectors.joining("\n")),
                facts.earlier().stream().map(ReviewPrompts::round).collect(Collectors.joining("\n\n")));
    }

    private static String list(List<String> names) {
        return names.stream().map(name -> "- " + name).collect(Collectors.joining("\n"));
    }

    private static String sentence(Check check) {
        return "- %s: %s, %s".formatted(check.name(), check.outcome().word(), check.detail());
    }

    /// One round that has sent the work back, as reviewers and people read of it.
    static String round(Review review) {
        List<Issue> issues = review.blocking();
        return "%s%s: %s\n%s"
                .formatted(
                        review.id(),
                        review.agent() == null ? "" : " by " + review.agent(),
                        review.summary(),
                        issues.stream().map(issue -> "- " + issue.sentence()).collect(Collectors.joining("\n")))
                .strip();
    }
}
