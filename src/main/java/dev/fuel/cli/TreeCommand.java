package dev.fuel.cli;

import dev.fuel.app.TaskTree;
import dev.fuel.domain.epic.Epic;
import java.util.List;

/// `fuel tree`: epics, their tasks, and below each task what waits for it.
final class TreeCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.value("-e", "--epic", "EPIC", "only this epic").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        TaskTree tree = UseCases.of(invocation)
                .queries()
                .tree(invocation.arguments().value("--epic").orElse(null));
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.objects("groups", tree.groups(), (group, each) -> describe(group, each, tree)));
        } else if (tree.groups().isEmpty()) {
            invocation.note("nothing is left to do (fuel add TITLE adds a task)");
        } else {
            tree.groups().forEach(group -> print(output, group, tree));
        }
        return ExitCode.DONE;
    }

    private static void print(Output output, TaskTree.Group group, TaskTree tree) {
        Epic epic = group.epic();
        if (epic == null) {
            output.line(Role.BOLD.of("Tasks without an epic"));
        } else {
            output.line(
                    Role.LINK.of(epic.id().value()),
                    Role.BOLD.of("  " + epic.title()),
                    Role.DIM.of("  %d of %d done".formatted(epic.tasksClosed(), epic.tasks())));
        }
        new TaskForest(group.tasks(), tree.blockers()).print(output);
    }

    private static void describe(Json json, TaskTree.Group group, TaskTree tree) {
        json.text("epic_id", group.epic() == null ? null : group.epic().id())
                .objects("tasks", group.tasks(), (fields, task) -> {
                    JsonFields.task(fields, task);
                    fields.texts("blocked_by", tree.blockers().getOrDefault(task.id(), List.of()));
                });
    }
}
