package dev.fuel.cli;

import dev.fuel.domain.task.Task;

/// `fuel start TASK`: a person takes a task for themselves.
final class StartCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("TASK").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Task task = UseCases.of(invocation).moves().start(invocation.arguments().word(0));
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.object("task", fields -> JsonFields.task(fields, task)));
        } else {
            Sentences.print(output, task, "is yours");
            output.line(Role.DIM.of("  no agent touches it; fuel done %s when it is finished".formatted(task.id())));
        }
        return ExitCode.DONE;
    }
}
