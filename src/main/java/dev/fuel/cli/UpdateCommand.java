package dev.fuel.cli;

import dev.fuel.app.TaskChange;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskType;
import org.jspecify.annotations.Nullable;

/// `fuel update TASK`: changes what a task says.
final class UpdateCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .required("TASK")
                .value("--title", "TEXT", "a new title")
                .value("-d", "--description", "TEXT", "a new description; - reads standard input")
                .value("-t", "--type", "TYPE", "feature, bug, fix, refactor, test, docs, chore, research")
                .value("-p", "--priority", "0-4", "0 is the most urgent")
                .value("-c", "--complexity", "LEVEL", "trivial, simple, moderate, complex")
                .value("-e", "--epic", "EPIC", "move it to this epic; none takes it out of its epic")
                .value("--agent", "NAME", "only this agent may do it; none: any")
                .values("-l", "--label", "LABEL", "add labels, joined by commas")
                .values(null, "--remove-label", "LABEL", "take labels off")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        UseCases use = UseCases.of(invocation);
        TaskChange change = change(invocation);
        if (change.isEmpty()) {
            throw new UsageException("nothing to change: give at least one option (fuel update --help lists them)");
        }
        Task task = use.tasks().update(invocation.arguments().word(0), change);
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.object("task", fields -> JsonFields.task(fields, task)));
        } else {
            Sentences.print(invocation.output(), task, "updated");
        }
        return ExitCode.DONE;
    }

    private static TaskChange change(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        return new TaskChange(
                arguments.value("--title").orElse(null),
                arguments.value("--description").map(invocation::textOrInput).orElse(null),
                Choices.word(arguments, "--type", TaskType.class).orElse(null),
                Choices.priority(arguments).orElse(null),
                Choices.word(arguments, "--complexity", Complexity.class).orElse(null),
                arguments.value("--epic").orElse(null),
                agent(invocation),
                Choices.labels(arguments, "--label"),
                Choices.labels(arguments, "--remove-label"));
    }

    private static @Nullable String agent(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        if (arguments.value("--agent").filter(TaskChange.NONE::equals).isPresent()) {
            return TaskChange.NONE;
        }
        return Choices.agent(arguments, invocation.project())
                .map(AgentName::value)
                .orElse(null);
    }
}
