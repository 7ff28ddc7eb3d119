package dev.fuel.cli;

import dev.fuel.domain.BacklogItem;
import java.util.Locale;

/// One backlog item for a person and as JSON.
final class BacklogPage {
    private BacklogPage() {}

    /// Whether the text can only be the beginning of a backlog item's id.
    static boolean isReference(String text) {
        return text.strip().toLowerCase(Locale.ROOT).startsWith(BacklogItem.PREFIX);
    }

    static void print(Invocation invocation, BacklogItem item) {
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.object("item", fields -> describe(fields, item)));
            return;
        }
        Page page = new Page(invocation.output());
        page.heading(item.id(), item.title());
        page.field("state", "in the backlog");
        page.field(
                "kind",
                "%s, %s, %s"
                        .formatted(
                                item.priority(),
                                item.type().word(),
                                item.complexity().word()));
        page.field("labels", String.join(", ", item.labels()));
        page.field(
                "added",
                item.createdAt() == null
                        ? null
                        : Ages.of(item.createdAt(), invocation.clock().instant()));
        if (!item.description().isBlank()) {
            page.section("Description");
            page.text(item.description());
        }
        page.section("Next");
        page.item(Span.of("fuel promote %s makes a task of it".formatted(item.id())));
    }

    static void describe(Json json, BacklogItem item) {
        json.text("id", item.id())
                .text("title", item.title())
                .text("description", item.description())
                .text("type", item.type().word())
                .number("priority", item.priority().value())
                .text("complexity", item.complexity().word())
                .texts("labels", item.labels())
                .text("created_at", item.createdAt());
    }
}
