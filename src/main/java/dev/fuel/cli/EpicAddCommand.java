package dev.fuel.cli;

import dev.fuel.domain.epic.Epic;

/// `fuel epic:add TITLE`: prints the new id and nothing else.
final class EpicAddCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .required("TITLE")
                .value("-d", "--description", "TEXT", "the outcome that its tasks deliver; - reads standard input")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        UseCases use = UseCases.of(invocation);
        Arguments arguments = invocation.arguments();
        Epic epic = use.epics()
                .add(
                        arguments.word(0),
                        arguments
                                .value("--description")
                                .map(invocation::textOrInput)
                                .orElse(""),
                        invocation.project().baseBranch());
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.object("epic", fields -> JsonFields.epic(fields, epic)));
        } else {
            invocation.output().line(epic.id().value());
        }
        return ExitCode.DONE;
    }
}
