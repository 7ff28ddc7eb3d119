package dev.fuel.cli;

/// `fuel inbox:reject ID REASON`: an epic or a task goes back to work, and the reason with it.
final class InboxRejectCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("ID").required("REASON").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        return DecisionLine.print(
                invocation.output(),
                UseCases.of(invocation)
                        .decisions()
                        .reject(arguments.word(0), invocation.textOrInput(arguments.word(1))));
    }
}
