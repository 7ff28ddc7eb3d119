package dev.fuel.cli;

import dev.fuel.app.TaskDraft;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskType;

/// `fuel add TITLE`: prints the new id and nothing else, so that scripts can keep it.
final class AddCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .required("TITLE")
                .value("-d", "--description", "TEXT", "what is to be done; - reads standard input")
                .value("-t", "--type", "TYPE", "feature (default), bug, fix, refactor, test, docs, chore, research")
                .value("-p", "--priority", "0-4", "0 is the most urgent; default 2")
                .value("-c", "--complexity", "LEVEL", "trivial, simple (default), moderate, complex")
                .values("-l", "--labels", "LABEL", "labels, joined by commas")
                .values("-b", "--blocked-by", "TASK", "wait for these tasks")
                .value("-e", "--epic", "EPIC", "the epic that it belongs to")
                .value("--agent", "NAME", "only this agent may do it")
                .flag("--someday", "into the backlog instead")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        if (invocation.arguments().has("--someday")) {
            BacklogAddCommand.add(invocation, draft(invocation));
            return ExitCode.DONE;
        }
        UseCases use = UseCases.of(invocation);
        Task task = use.tasks().add(draft(invocation));
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.object("task", fields -> JsonFields.task(fields, task)));
        } else {
            invocation.output().line(task.id().value());
        }
        return ExitCode.DONE;
    }

    private static TaskDraft draft(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        return new TaskDraft(
                NewTask.requireTitle(arguments.word(0)),
                arguments.value("--description").map(invocation::textOrInput).orElse(""),
                Choices.word(arguments, "--type", TaskType.class).orElse(TaskType.FEATURE),
                Choices.priority(arguments).orElse(Priority.DEFAULT),
                Choices.word(arguments, "--complexity", Complexity.class).orElse(Complexity.SIMPLE),
                Choices.labels(arguments, "--labels"),
                Choices.many(arguments, "--blocked-by"),
                arguments.value("--epic").orElse(null),
                Choices.agent(arguments, invocation.project()).orElse(null));
    }
}
