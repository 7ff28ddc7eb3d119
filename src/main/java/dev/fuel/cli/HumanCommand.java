package dev.fuel.cli;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.TimeWords;
import dev.fuel.domain.inbox.InboxItem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `fuel human`: everything that waits for a person, oldest first.
final class HumanCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        UseCases use = UseCases.of(invocation);
        List<InboxItem> items = use.inbox().waiting();
        List<InboxItem> snoozed = use.inbox().snoozed();
        if (invocation.output().isJson()) {
            invocation
                    .output()
                    .json(json -> json.objects("items", items, JsonFields::item)
                            .objects("snoozed", snoozed, JsonFields::item));
        } else if (items.isEmpty()) {
            invocation.note("nothing waits for you");
        } else {
            var table = new Table("ID", "KIND", "ABOUT", "SINCE", "TITLE");
            for (InboxItem item : items) {
                String kind = item.type().word().replace('_', ' ');
                table.row(
                        Role.LINK.of(item.id().value()),
                        item.readAt() == null ? Role.NEEDS.of(kind) : Span.of(kind),
                        Span.of(about(item)),
                        Role.DIM.of(Ages.age(item.createdAt(), use.now())),
                        Span.of(item.title()));
            }
            invocation.output().table(table);
        }
        if (!snoozed.isEmpty() && !invocation.output().isJson()) {
            invocation.note("%s snoozed: %s".formatted(snoozed.size(), words(snoozed, use.now())));
        }
        return ExitCode.DONE;
    }

    private static String words(List<InboxItem> snoozed, Instant now) {
        return snoozed.stream()
                .map(item -> "%s comes back %s"
                        .formatted(
                                item.id(),
                                TimeWords.at(Objects.requireNonNull(item.snoozedUntil()), now, ZoneId.systemDefault())))
                .collect(Collectors.joining(", "));
    }

    private static String about(InboxItem item) {
        return Stream.<Identifier>of(item.task(), item.epic(), item.run())
                .filter(Objects::nonNull)
                .map(Identifier::value)
                .findFirst()
                .orElse("–");
    }
}
