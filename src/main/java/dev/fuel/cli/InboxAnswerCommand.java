package dev.fuel.cli;

import dev.fuel.domain.inbox.InboxAction;

/// `fuel inbox:answer ITEM TEXT`: the text goes into the agent's next prompt; - reads standard input.
final class InboxAnswerCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("ITEM").required("TEXT").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        return DecisionLine.print(
                invocation.output(),
                UseCases.of(invocation)
                        .decisions()
                        .act(arguments.word(0), InboxAction.ANSWER, invocation.textOrInput(arguments.word(1))));
    }
}
