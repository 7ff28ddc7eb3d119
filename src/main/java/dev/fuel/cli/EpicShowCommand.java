package dev.fuel.cli;

/// `fuel epic:show EPIC`: the epic with its tasks.
final class EpicShowCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("EPIC").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        ShowCommand.showEpic(
                invocation,
                UseCases.of(invocation).epics().story(invocation.arguments().word(0)));
        return ExitCode.DONE;
    }
}
