package dev.fuel.cli;

/// `fuel message TASK TEXT`: tells the task's agent something; - reads standard input.
final class MessageCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("TASK").required("TEXT").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        return DecisionLine.print(
                invocation.output(),
                UseCases.of(invocation).messages().tell(arguments.word(0), invocation.textOrInput(arguments.word(1))));
    }
}
