package dev.fuel.cli;

import dev.fuel.domain.inbox.InboxAction;
import org.jspecify.annotations.Nullable;

/// `fuel inbox:act ITEM ACTION [TEXT]`: does one of the things that can be done about an item.
final class InboxActCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("ITEM").required("ACTION").optional("TEXT").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        @Nullable String text = arguments.words().size() > 2 ? invocation.textOrInput(arguments.word(2)) : null;
        InboxAction action =
                Choices.word("action", InboxAction.class, arguments.word(1).replace('-', '_'));
        return DecisionLine.print(
                invocation.output(), UseCases.of(invocation).decisions().act(arguments.word(0), action, text));
    }
}
