package dev.fuel.cli;

import dev.fuel.app.TaskActions.Link;

/// `fuel dep:remove TASK BLOCKER`: the first waits for the second no more.
final class DependencyRemoveCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("TASK").required("BLOCKER").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        Link link = UseCases.of(invocation).tasks().removeDependency(arguments.word(0), arguments.word(1));
        if (invocation.output().isJson()) {
            invocation.output().json(json -> DependencyAddCommand.describe(json, link));
        } else {
            String sentence = link.changed() ? "%s no longer waits for %s" : "%s did not wait for %s";
            invocation.output().line(sentence.formatted(link.task(), link.blocker()));
        }
        return ExitCode.DONE;
    }
}
