package dev.fuel.cli;

import dev.fuel.app.ComingTime;
import dev.fuel.app.InboxActions;
import dev.fuel.domain.TimeWords;
import dev.fuel.domain.inbox.InboxItem;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// `fuel inbox:snooze ITEM WHEN`: puts an item off; it comes back by itself, or at once with `off`.
final class InboxSnoozeCommand implements Subcommand {
    private static final String OFF = "off";

    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("ITEM").required("WHEN").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        UseCases use = UseCases.of(invocation);
        InboxActions inbox = use.inbox();
        String when = invocation.arguments().word(1);
        ZoneId zone = ZoneId.systemDefault();
        @Nullable Instant until = when.equals(OFF) ? null : ComingTime.parse(when, use.now(), zone);
        InboxItem item = inbox.snooze(invocation.arguments().word(0), until);
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.object("item", fields -> JsonFields.item(fields, item)));
        } else {
            String words = until == null ? "waits again" : "comes back " + TimeWords.at(until, use.now(), zone);
            output.line(Role.LINK.of(item.id().value()), Span.of("  " + words + "  "), Role.DIM.of(item.title()));
        }
        return ExitCode.DONE;
    }
}
