package dev.fuel.cli;

import dev.fuel.domain.inbox.InboxItem;
import java.util.List;

/// `fuel inbox:read ITEM…`: notes that they have been seen; they go on waiting.
final class InboxReadCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.oneOrMore("ITEM").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        List<InboxItem> items =
                UseCases.of(invocation).inbox().markRead(invocation.arguments().words());
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.objects("items", items, JsonFields::item));
        } else {
            items.forEach(item ->
                    output.line(Role.LINK.of(item.id().value()), Span.of("  seen  "), Role.DIM.of(item.title())));
        }
        return ExitCode.DONE;
    }
}
