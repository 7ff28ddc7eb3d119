package dev.fuel.cli;

import dev.fuel.app.TaskStory;
import dev.fuel.app.WaitingTask;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import java.time.Instant;
import java.util.List;

/// One task for a person: where it stands and why, what was tried, what was found, what to do next.
final class TaskPage {
    private static final int MOST_RUNS = 8;

    private final Page page;
    private final Instant now;

    TaskPage(Output output, Instant now) {
        this.page = new Page(output);
        this.now = now;
    }

    void print(TaskStory story) {
        Task task = story.task();
        page.heading(task.id().value(), task.title());
        page.spans("state", state(story));
        page.field("reason", task.reason());
        page.field(
                "kind",
                "%s, %s, %s"
                        .formatted(
                                task.priority(),
                                task.type().word(),
                                task.complexity().word()));
        page.field(
                "epic",
                story.epic() == null
                        ? null
                        : story.epic().id() + "  " + story.epic().title());
        page.field("agent", task.agent());
        page.field("labels", String.join(", ", task.labels()));
        page.field("branch", task.branch());
        story.overlaps().forEach(overlap -> page.warning("files", overlap.words()));
        page.field("commit", task.commit());
        page.field("cost", SpendingLines.of(story.spending()));
        story.budgets().forEach(mark -> page.warning("budget", mark.fact()));
        page.field("added", "%s by %s".formatted(Ages.of(task.createdAt(), now), task.createdBy()));
        page.field("closed", task.closedAt() == null ? null : Ages.of(task.closedAt(), now));
        if (!task.description().isBlank()) {
            page.section("Description");
            page.text(task.description());
        }
        links("Waits for", story.blockers());
        links("Keeps waiting", story.dependants());
        links("Came up in", story.origins());
        runs(story.runs());
        review(story);
        items(story.items());
        NextStep.of(story).ifPresent(step -> {
            page.section("Next");
            page.item(Span.of(step));
        });
    }

    private Span[] state(TaskStory story) {
        Task task = story.task();
        Span state = States.of(new WaitingTask(task, story.waiting()));
        String why = task.status().isClaimable() ? States.why(story.waiting(), now) : "";
        return why.isEmpty() ? new Span[] {state} : new Span[] {state, Role.DIM.of(" · "), Span.of(why)};
    }

    private void links(String title, List<Task> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        page.section(title);
        for (Task task : tasks) {
            page.item(
                    Role.LINK.of(task.id().value()),
                    Span.of("  %-12s".formatted(task.status().word().replace('_', ' '))),
                    Span.of(task.title()));
        }
    }

    private void runs(List<Run> runs) {
        if (runs.isEmpty()) {
            return;
        }
        page.section(runs.size() > MOST_RUNS ? "Runs (the last %d of %d)".formatted(MOST_RUNS, runs.size()) : "Runs");
        for (Run run : runs.subList(Math.max(0, runs.size() - MOST_RUNS), runs.size())) {
            page.item(RunLine.of(run, now));
        }
    }

    private void review(TaskStory story) {
        Review review = story.lastReview();
        if (review != null) {
            page.section("Last review");
            page.item(
                    Role.LINK.of(review.id().value()),
                    Span.of("  " + review.status().word()));
            review.checks().forEach(check -> page.item(CheckLine.of(check)));
            if (!review.summary().isBlank()) {
                page.text(review.summary());
            }
        }
        if (story.task().lastReviewIssues() != null) {
            page.section("To be mended");
            page.text(story.task().lastReviewIssues());
        }
    }

    private void items(List<InboxItem> items) {
        if (items.isEmpty()) {
            return;
        }
        page.section("Waits for you");
        for (InboxItem item : items) {
            page.item(
                    Role.LINK.of(item.id().value()),
                    Role.NEEDS.of("  " + item.type().word()),
                    Span.of("  " + item.title()));
        }
    }
}
