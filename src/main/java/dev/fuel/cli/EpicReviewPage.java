package dev.fuel.cli;

import dev.fuel.app.EpicEvidence;
import dev.fuel.consume.EpicReport;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.task.Task;
import dev.fuel.git.Change;
import java.time.Instant;
import java.util.stream.Collectors;

/// What a person decides about an epic from.
final class EpicReviewPage {
    private final Output output;
    private final Page page;
    private final Instant now;

    EpicReviewPage(Output output, Instant now) {
        this.output = output;
        this.page = new Page(output);
        this.now = now;
    }

    void print(EpicEvidence evidence) {
        EpicReport report = evidence.report();
        Epic epic = report.epic();
        page.heading(epic.id().value(), epic.title());
        page.spans("state", States.of(epic.status()), Role.WARN.of(epic.held() ? " · held" : ""));
        page.field("done", "%d of %d tasks".formatted(epic.tasksClosed(), epic.tasks()));
        page.field("lands on", epic.baseBranch());
        page.field(
                "changes", evidence.change() == null ? null : evidence.change().words());
        page.field("agents", report.agents().stream().map(AgentName::value).collect(Collectors.joining(", ")));
        page.field("cost", SpendingLines.of(report.spending()));
        page.field("checks", String.join("; ", report.checks()));
        if (epic.summary() != null) {
            page.section("Summary");
            page.text(epic.summary());
        }
        if (!report.tasks().isEmpty()) {
            page.section("Tasks");
            output.table(tasks(report));
        }
        if (report.reviews().stream().anyMatch(review -> !review.blocking().isEmpty())) {
            page.section("What reviews have sent back");
            report.reviews().forEach(this::printIssues);
        }
        if (!report.runs().isEmpty()) {
            page.section("Runs of the epic itself");
            report.runs().forEach(run -> page.item(RunLine.of(run, now)));
        }
        if (evidence.change() != null && !evidence.change().commits().isEmpty()) {
            page.section("Commits");
            evidence.change().commits().forEach(this::printCommit);
        }
    }

    private static Table tasks(EpicReport report) {
        var table = new Table("ID", "STATE", "RUNS FAILED", "SENT BACK", "TITLE");
        for (Task task : report.tasks()) {
            table.row(
                    Role.LINK.of(task.id().value()),
                    Span.of(task.status().word().replace('_', ' ')),
                    Span.of(Integer.toString(task.attempts())),
                    Span.of(Integer.toString(task.reviewRounds())),
                    Span.of(task.title()));
        }
        return table;
    }

    private void printIssues(Review review) {
        review.blocking()
                .forEach(issue ->
                        page.item(Role.LINK.of(review.task().value()), Span.of("  "), Span.of(issue.sentence())));
    }

    private void printCommit(Change.Commit commit) {
        page.item(Role.LINK.of(commit.hash()), Span.of("  " + commit.subject()), Role.DIM.of("  " + commit.author()));
    }
}
