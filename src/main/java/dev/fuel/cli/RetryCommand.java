package dev.fuel.cli;

import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskStatus;
import java.util.List;

/// `fuel retry TASK…`: what came to a stop tries again, with a fresh budget.
final class RetryCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .oneOrMore("TASK")
                .value("--agent", "NAME", "from now on only this agent may do it")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        List<Task> tasks = UseCases.of(invocation)
                .moves()
                .retry(
                        arguments.words(),
                        Choices.agent(arguments, invocation.project()).orElse(null));
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.objects("tasks", tasks, JsonFields::task));
        } else {
            tasks.forEach(task -> Sentences.print(
                    output, task, task.status() == TaskStatus.REVIEW ? "is merged again" : "may start again"));
        }
        return ExitCode.DONE;
    }
}
