package dev.fuel.cli;

import dev.fuel.app.InboxActions;
import dev.fuel.domain.inbox.InboxItem;

/// `fuel inbox:post TITLE`: leaves a message for people, or asks them something; prints its id and nothing else.
final class InboxPostCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .required("TITLE")
                .value("-d", "--description", "TEXT", "the message; - reads standard input")
                .flag("--question", "ask: the task of this run waits for the answer")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        InboxActions inbox = UseCases.of(invocation).inbox();
        String title = arguments.word(0);
        String text =
                arguments.value("--description").map(invocation::textOrInput).orElse("");
        InboxItem item = arguments.has("--question") ? inbox.ask(title, text) : inbox.post(title, text);
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.object("item", fields -> JsonFields.item(fields, item)));
        } else {
            invocation.output().line(item.id().value());
        }
        return ExitCode.DONE;
    }
}
