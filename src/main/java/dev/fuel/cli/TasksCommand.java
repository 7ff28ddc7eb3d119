package dev.fuel.cli;

import dev.fuel.app.TaskQuery;
import dev.fuel.app.WaitingTask;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.task.TaskType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `fuel tasks`: what is not over, or whatever the filters let through.
final class TasksCommand implements Subcommand {
    private static final Set<TaskStatus> UNENDED =
            EnumSet.complementOf(EnumSet.of(TaskStatus.CLOSED, TaskStatus.CANCELLED));

    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .values("-s", "--status", "STATUS", "open, in_progress, review, needs_work, closed, cancelled, or all")
                .value("-e", "--epic", "EPIC", "of this epic")
                .value("-l", "--label", "LABEL", "with this label")
                .value("-t", "--type", "TYPE", "of this type")
                .value("--agent", "NAME", "pinned to this agent")
                .value("-n", "--limit", "COUNT", "at most so many")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        UseCases use = UseCases.of(invocation);
        List<WaitingTask> tasks = use.queries().list(query(invocation));
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.objects("tasks", tasks, JsonFields::waitingTask));
        } else if (tasks.isEmpty()) {
            invocation.note("no such tasks (fuel add TITLE makes one; --status all shows those that are over)");
        } else {
            invocation.output().table(table(tasks, use.now()));
        }
        return ExitCode.DONE;
    }

    private static TaskQuery query(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        return new TaskQuery(
                Choices.statuses(arguments).orElse(UNENDED),
                arguments.value("--epic").orElse(null),
                arguments.value("--label").orElse(null),
                Choices.word(arguments, "--type", TaskType.class).orElse(null),
                Choices.agent(arguments, invocation.project()).orElse(null),
                arguments.count("--limit").orElse(Integer.MAX_VALUE));
    }

    static Table table(List<WaitingTask> tasks, Instant now) {
        var table = new Table("ID", "PRIORITY", "STATE", "TYPE", "UPDATED", "TITLE");
        for (WaitingTask waiting : tasks) {
            Task task = waiting.task();
            table.row(
                    Role.LINK.of(task.id().value()),
                    Span.of(task.priority().toString()),
                    States.of(waiting),
                    Span.of(task.type().word()),
                    Role.DIM.of(Ages.age(task.updatedAt(), now)),
                    Span.of(task.title()));
        }
        return table;
    }
}
