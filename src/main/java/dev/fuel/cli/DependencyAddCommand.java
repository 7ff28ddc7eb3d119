package dev.fuel.cli;

import dev.fuel.app.TaskActions.Link;

/// `fuel dep:add TASK BLOCKER`: the first waits for the second.
final class DependencyAddCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("TASK").required("BLOCKER").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        Link link = UseCases.of(invocation).tasks().addDependency(arguments.word(0), arguments.word(1));
        if (invocation.output().isJson()) {
            invocation.output().json(json -> describe(json, link));
        } else {
            invocation.output().line("%s waits for %s".formatted(link.task(), link.blocker()));
        }
        return ExitCode.DONE;
    }

    static void describe(Json json, Link link) {
        json.text("task_id", link.task()).text("blocker_id", link.blocker()).flag("changed", link.changed());
    }
}
