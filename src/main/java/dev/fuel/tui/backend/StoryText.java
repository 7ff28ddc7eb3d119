package dev.fuel.tui.backend;

import dev.fuel.app.EpicStory;
import dev.fuel.app.TaskStory;
import dev.fuel.app.WaitingTask;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.state.Paragraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Tells what has happened to work so far, in lines to read beside its difference.
final class StoryText {
    private StoryText() {}

    static List<Paragraph> of(TaskStory story) {
        List<Paragraph> text = new ArrayList<>();
        text.addAll(items(story.items()));
        if (!story.runs().isEmpty()) {
            text.addAll(section("Agent says", words(story.runs().getLast())));
        }
        text.addAll(section("Task", List.of(Paragraph.of(story.task().description()))));
        List<Paragraph> ties = new ArrayList<>();
        if (story.epic() != null) {
            ties.add(Paragraph.of(
                    "part of %s %s".formatted(story.epic().id(), story.epic().title())));
        }
        story.blockers().forEach(task -> ties.add(Paragraph.of("waits for " + line(task))));
        story.dependants().forEach(task -> ties.add(Paragraph.of("blocks " + line(task))));
        story.origins().forEach(task -> ties.add(Paragraph.of("brought up by " + line(task))));
        text.addAll(section("Belongs to", ties));
        text.addAll(section(
                "Runs", story.runs().reversed().stream().map(StoryText::line).toList()));
        return text;
    }

    static List<Paragraph> of(EpicStory story, Map<TaskId, List<Review>> reviews) {
        List<Paragraph> text = new ArrayList<>(items(story.items()));
        text.addAll(section("Epic", List.of(Paragraph.of(story.epic().description()))));
        List<Paragraph> tasks = new ArrayList<>();
        for (WaitingTask waiting : story.tasks()) {
            Task task = waiting.task();
            List<Review> rounds = reviews.getOrDefault(task.id(), List.of());
            String checked = rounds.isEmpty() ? "" : "   " + checked(rounds.getFirst());
            tasks.add(Paragraph.of(line(task) + checked));
        }
        text.addAll(section("Tasks", tasks));
        return text;
    }

    /// All rounds, the last first.
    static List<Paragraph> ofReviews(List<Review> reviews) {
        List<Paragraph> text = new ArrayList<>();
        int round = reviews.size();
        for (Review review : reviews) {
            List<Paragraph> lines = new ArrayList<>();
            if (!review.summary().isBlank()) {
                lines.add(Paragraph.of(review.summary()));
            }
            review.issues()
                    .forEach(issue ->
                            lines.add(new Paragraph(issue.isBlocking() ? Role.BAD : Role.TEXT, issue.sentence())));
            review.checks().forEach(check -> lines.add(line(check)));
            String who = review.agent() == null ? "" : " by " + review.agent();
            text.addAll(section(
                    "Round %d%s: %s".formatted(round, who, review.status().word()), lines));
            round--;
        }
        return text;
    }

    static List<Paragraph> ofCommits(List<String> commits) {
        return section(
                "Commits, newest first", commits.stream().map(Paragraph::of).toList());
    }

    /// How a run ended.
    static List<Paragraph> of(Run run) {
        List<Paragraph> text = new ArrayList<>(List.of(line(run)));
        if (run.score() != null) {
            String rating = run.rating() == null ? "" : ", rated %d of 5".formatted(run.rating());
            text.add(Paragraph.of("Score %d of 100%s".formatted(run.score(), rating)));
        }
        if (run.gitStatus() != null && !run.gitStatus().isBlank()) {
            text.addAll(section(
                    "Left uncommitted", List.of(Paragraph.of(run.gitStatus().stripTrailing()))));
        }
        if (run.diffStat() != null && !run.diffStat().isBlank()) {
            text.addAll(section("Changed", List.of(Paragraph.of(run.diffStat().stripTrailing()))));
        }
        text.addAll(section("Agent says", words(run)));
        return text;
    }

    /// Two lines: what the last review came to, and its checks.
    static List<Paragraph> brief(List<Review> reviews) {
        if (reviews.isEmpty()) {
            return List.of(new Paragraph(Role.DIM, "No review yet."));
        }
        Review last = reviews.getFirst();
        String who = last.agent() == null ? "Review" : "Review by " + last.agent();
        Paragraph verdict = new Paragraph(
                role(last.status()),
                "%s, round %d: %s  %s"
                        .formatted(who, reviews.size(), last.status().word(), first(last.summary())));
        String checks = last.checks().stream()
                .map(check -> "%s %s".formatted(check.name(), check.outcome().word()))
                .collect(Collectors.joining("  "));
        return List.of(verdict, new Paragraph(Role.DIM, checks.isEmpty() ? "No checks." : "Checks: " + checks));
    }

    static List<Paragraph> brief(EpicStory story, Map<TaskId, List<Review>> reviews) {
        long passed = reviews.values().stream()
                .filter(rounds -> !rounds.isEmpty() && rounds.getFirst().status() == ReviewStatus.PASSED)
                .count();
        String spent = "%d runs, %d of %d tasks passed their review"
                .formatted(story.spending().runs(), passed, story.tasks().size());
        String item = story.items().isEmpty() ? "" : story.items().getFirst().title();
        return List.of(new Paragraph(Role.NEEDS, item), new Paragraph(Role.DIM, spent));
    }

    private static List<Paragraph> items(List<InboxItem> items) {
        List<Paragraph> text = new ArrayList<>();
        for (InboxItem item : items) {
            text.add(new Paragraph(Role.NEEDS, item.title()));
            text.add(Paragraph.of(item.body()));
            text.add(Paragraph.empty());
        }
        return text;
    }

    private static List<Paragraph> section(String title, List<Paragraph> lines) {
        List<Paragraph> text = new ArrayList<>();
        if (lines.stream().anyMatch(line -> !line.text().isBlank())) {
            text.add(Paragraph.heading(title));
            text.addAll(lines);
            text.add(Paragraph.empty());
        }
        return text;
    }

    private static List<Paragraph> words(Run run) {
        String said = run.claimedDone() != null ? run.claimedDone() : Objects.requireNonNullElse(run.finalText(), "");
        return List.of(Paragraph.of(said));
    }

    private static String line(Task task) {
        return "%s %s (%s)"
                .formatted(task.id(), task.title(), task.status().word().replace('_', ' '));
    }

    private static Paragraph line(Run run) {
        String who = run.agent() == null
                ? run.kind().word()
                : "%s by %s".formatted(run.kind().word(), run.agent());
        Duration duration = run.duration();
        String took = duration == null ? "" : ", %ds".formatted(duration.toSeconds());
        String ended = run.errorType() == null
                ? run.status().word()
                : "%s: %s".formatted(run.errorType().word().replace('_', ' '), run.errorMessage());
        Role role = run.errorType() == null ? Role.TEXT : Role.BAD;
        return new Paragraph(role, "%s %s, attempt %d%s: %s".formatted(run.id(), who, run.attempt(), took, ended));
    }

    private static Paragraph line(Check check) {
        Role role = switch (check.outcome()) {
            case PASSED -> Role.OK;
            case FAILED -> Role.BAD;
            case SKIPPED -> Role.DIM;
        };
        return new Paragraph(role, "%-7s %s: %s".formatted(check.outcome().word(), check.name(), check.detail()));
    }

    private static String checked(Review review) {
        return "review " + review.status().word();
    }

    private static Role role(ReviewStatus status) {
        return switch (status) {
            case PASSED -> Role.OK;
            case FAILED -> Role.BAD;
            case PENDING -> Role.REVIEW;
            case INCONCLUSIVE -> Role.WARN;
        };
    }

    private static String first(String text) {
        return text.strip().lines().findFirst().orElse("");
    }
}
