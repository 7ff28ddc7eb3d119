package dev.fuel.cli;

import dev.fuel.app.EpicStory;
import dev.fuel.app.WaitingTask;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.task.Hold;
import java.time.Instant;
import java.util.stream.Collectors;

/// One epic for a person.
final class EpicPage {
    private final Output output;
    private final Page page;
    private final Instant now;

    EpicPage(Output output, Instant now) {
        this.output = output;
        this.page = new Page(output);
        this.now = now;
    }

    private static String holds(Epic epic) {
        return epic.heldBy().stream()
                .sorted()
                .map(by -> by == Hold.MERGE ? " · its merge is being settled" : " · held by a person")
                .collect(Collectors.joining());
    }

    void print(EpicStory story) {
        Epic epic = story.epic();
        page.heading(epic.id().value(), epic.title());
        page.spans("state", States.of(epic.status()), Role.WARN.of(holds(epic)));
        page.field("done", "%d of %d tasks".formatted(epic.tasksClosed(), epic.tasks()));
        page.field("plan", epic.planFile());
        page.field("lands on", epic.baseBranch());
        page.field("branch", epic.branch());
        page.field("agents", story.agents().stream().map(AgentName::value).collect(Collectors.joining(", ")));
        page.field("cost", SpendingLines.of(story.spending()));
        page.field("added", Ages.of(epic.createdAt(), now));
        page.field(
                "approved",
                epic.approvedAt() == null
                        ? null
                        : "%s by %s".formatted(Ages.of(epic.approvedAt(), now), epic.approvedBy()));
        if (!epic.description().isBlank()) {
            page.section("Description");
            page.text(epic.description());
        }
        if (epic.summary() != null) {
            page.section("Summary");
            page.text(epic.summary());
        }
        if (!story.tasks().isEmpty()) {
            page.section("Tasks");
            output.table(table(story));
        }
        if (!story.items().isEmpty()) {
            page.section("Waits for you");
            for (InboxItem item : story.items()) {
                page.item(
                        Role.LINK.of(item.id().value()),
                        Role.NEEDS.of("  " + item.type().word()),
                        Span.of("  " + item.title()));
            }
        }
    }

    private Table table(EpicStory story) {
        var table = new Table("ID", "PRIORITY", "STATE", "WHY", "TITLE");
        for (WaitingTask waiting : story.tasks()) {
            table.row(
                    Role.LINK.of(waiting.task().id().value()),
                    Span.of(waiting.task().priority().toString()),
                    States.of(waiting),
                    Role.DIM.of(waiting.task().status().isClaimable() ? States.why(waiting.reasons(), now) : ""),
                    Span.of(waiting.task().title()));
        }
        return table;
    }
}
