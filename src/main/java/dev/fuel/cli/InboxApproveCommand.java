package dev.fuel.cli;

/// `fuel inbox:approve ID`: an epic's or a task's work is good as it is, and lands.
final class InboxApproveCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("ID").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        return DecisionLine.print(
                invocation.output(),
                UseCases.of(invocation)
                        .decisions()
                        .approve(invocation.arguments().word(0)));
    }
}
