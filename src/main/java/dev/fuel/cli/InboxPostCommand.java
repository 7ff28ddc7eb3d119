package dev.fuel.cli;

import dev.fuel.domain.inbox.InboxItem;

/// `fuel inbox:post TITLE`: leaves a message for people; prints its id and nothing else.
final class InboxPostCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .required("TITLE")
                .value("-d", "--description", "TEXT", "the message; - reads standard input")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        InboxItem item = UseCases.of(invocation)
                .inbox()
                .post(
                        arguments.word(0),
                        arguments
                                .value("--description")
                                .map(invocation::textOrInput)
                                .orElse(""));
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.object("item", fields -> JsonFields.item(fields, item)));
        } else {
            invocation.output().line(item.id().value());
        }
        return ExitCode.DONE;
    }
}
