package dev.fuel.cli;

/// `fuel run:show RUN`: everything about one run.
final class RunShowCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("RUN").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        ShowCommand.showRun(
                invocation,
                UseCases.of(invocation).runQueries().run(invocation.arguments().word(0)));
        return ExitCode.DONE;
    }
}
