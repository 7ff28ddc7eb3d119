package dev.fuel.cli;

import dev.fuel.domain.TimeWords;
import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.domain.inbox.InboxItem;
import java.time.Instant;
import java.time.ZoneId;

/// One inbox item for a person.
final class ItemPage {
    private final Page page;
    private final Instant now;

    ItemPage(Output output, Instant now) {
        this.page = new Page(output);
        this.now = now;
    }

    void print(InboxItem item) {
        page.heading(item.id().value(), item.title());
        page.field("kind", item.type().word().replace('_', ' '));
        page.field(
                "state",
                item.actionedAt() == null
                        ? waiting(item)
                        : "%s, %s".formatted(item.action(), Ages.of(item.actionedAt(), now)));
        page.field("task", item.task());
        page.field("epic", item.epic());
        page.field("run", item.run());
        page.field("came", Ages.of(item.createdAt(), now));
        if (!item.body().isBlank()) {
            page.section("What happened");
            page.text(item.body());
        }
        if (item.actionedAt() == null) {
            page.section("What you can do");
            for (InboxAction action : item.actions()) {
                page.text("fuel inbox:act %s %s — %s".formatted(item.id(), action.usage(), action.sentence()));
            }
        }
    }

    private String waiting(InboxItem item) {
        return item.snoozedUntil() == null || !item.isSnoozed(now)
                ? "waits for you"
                : "snoozed, comes back " + TimeWords.at(item.snoozedUntil(), now, ZoneId.systemDefault());
    }
}
