package dev.fuel.cli;

import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.Issue;
import dev.fuel.domain.review.Review;
import java.time.Instant;

/// One review for a person.
final class ReviewPage {
    private final Page page;
    private final Instant now;

    ReviewPage(Output output, Instant now) {
        this.page = new Page(output);
        this.now = now;
    }

    void print(Review review) {
        page.heading(review.id().value(), "review of " + review.task());
        page.field("state", review.status().word());
        page.field("of run", review.run());
        page.field("reviewer", review.agent() == null ? "the checks alone" : review.agent());
        page.field("commit", review.head());
        page.field("started", Ages.of(review.startedAt(), now));
        if (!review.checks().isEmpty()) {
            page.section("Checks");
            for (Check check : review.checks()) {
                page.item(CheckLine.of(check));
            }
        }
        if (!review.summary().isBlank()) {
            page.section("Summary");
            page.text(review.summary());
        }
        if (!review.issues().isEmpty()) {
            page.section("Issues");
            for (Issue issue : review.issues()) {
                page.item(severity(issue), Span.of("  " + issue.sentence()));
            }
        }
        if (!review.followUps().isEmpty()) {
            page.section("Follow-ups");
            review.followUps().forEach(task -> page.item(Role.LINK.of(task.value())));
        }
    }

    private static Span severity(Issue issue) {
        String word = "%-9s".formatted(issue.severity().word().replace('_', '-'));
        return issue.isBlocking() ? Role.BAD.of(word) : Role.DIM.of(word);
    }
}
