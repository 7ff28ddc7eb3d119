package dev.fuel.cli;

import dev.fuel.app.PauseActions;

/// `fuel unpause [ID…]`: lets everything, tasks, epics or an agent start again.
final class UnpauseCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .anyNumber("ID")
                .value("--agent", "NAME", "let this agent work again")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        PauseActions pauses = UseCases.of(invocation).pauses();
        Output output = invocation.output();
        if (invocation.arguments().value("--agent").isPresent()) {
            PausedLines.setPaused(
                    invocation, invocation.arguments().value("--agent").get(), false);
            return ExitCode.DONE;
        }
        if (!invocation.arguments().words().isEmpty()) {
            PausedLines.print(output, pauses.release(invocation.arguments().words()));
            return ExitCode.DONE;
        }
        boolean changed = pauses.unpause();
        if (output.isJson()) {
            output.json(json -> json.flag("paused", false).flag("changed", changed));
        } else {
            output.line(changed ? "work may start again" : "it was not paused");
        }
        return ExitCode.DONE;
    }
}
