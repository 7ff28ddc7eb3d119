package dev.fuel.cli;

import dev.fuel.app.TaskDraft;
import dev.fuel.domain.BacklogItem;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskType;
import java.util.List;

/// `fuel backlog:add TITLE`: keeps an idea; prints its id and nothing else.
final class BacklogAddCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .required("TITLE")
                .value("-d", "--description", "TEXT", "more about it; - reads standard input")
                .value("-t", "--type", "TYPE", "feature (default), bug, fix, refactor, test, docs, chore, research")
                .value("-p", "--priority", "0-4", "0 is the most urgent; default 2")
                .value("-c", "--complexity", "LEVEL", "trivial, simple (default), moderate, complex")
                .values("-l", "--labels", "LABEL", "labels, joined by commas")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        add(
                invocation,
                new TaskDraft(
                        NewTask.requireTitle(arguments.word(0)),
                        arguments
                                .value("--description")
                                .map(invocation::textOrInput)
                                .orElse(""),
                        Choices.word(arguments, "--type", TaskType.class).orElse(TaskType.FEATURE),
                        Choices.priority(arguments).orElse(Priority.DEFAULT),
                        Choices.word(arguments, "--complexity", Complexity.class)
                                .orElse(Complexity.SIMPLE),
                        Choices.labels(arguments, "--labels"),
                        List.of(),
                        null,
                        null));
        return ExitCode.DONE;
    }

    static void add(Invocation invocation, TaskDraft draft) {
        BacklogItem item = UseCases.of(invocation).backlog().add(draft);
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.object("item", fields -> BacklogPage.describe(fields, item)));
        } else {
            invocation.output().line(item.id());
        }
    }
}
