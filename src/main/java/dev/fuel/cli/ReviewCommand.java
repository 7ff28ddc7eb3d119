package dev.fuel.cli;

import dev.fuel.domain.task.Task;

/// `fuel review TASK`: its work goes through the gate from the beginning.
final class ReviewCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("TASK").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Task task =
                UseCases.of(invocation).reviews().again(invocation.arguments().word(0));
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.object("task", fields -> JsonFields.task(fields, task)));
        } else {
            Sentences.print(output, task, "is reviewed again");
        }
        return ExitCode.DONE;
    }
}
