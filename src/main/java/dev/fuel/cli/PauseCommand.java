package dev.fuel.cli;

import dev.fuel.app.PauseActions;
import dev.fuel.app.PauseActions.Paused;
import java.util.List;

/// `fuel pause [ID…]`: keeps everything, tasks, epics or an agent from starting. What runs goes on.
final class PauseCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .anyNumber("ID")
                .value("-r", "--reason", "TEXT", "why")
                .value("--agent", "NAME", "let nothing start with this agent")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        PauseActions pauses = UseCases.of(invocation).pauses();
        Output output = invocation.output();
        if (arguments.value("--agent").isPresent()) {
            PausedLines.setPaused(invocation, arguments.value("--agent").get(), true);
            return ExitCode.DONE;
        }
        if (!arguments.words().isEmpty()) {
            List<Paused> paused =
                    pauses.hold(arguments.words(), arguments.value("--reason").orElse(null));
            PausedLines.print(output, paused);
            return ExitCode.DONE;
        }
        boolean changed = pauses.pause();
        if (output.isJson()) {
            output.json(json -> json.flag("paused", true).flag("changed", changed));
        } else {
            output.line(
                    changed
                            ? "paused: nothing new starts until fuel unpause; what runs goes on"
                            : "already paused: fuel unpause lets work start");
        }
        return ExitCode.DONE;
    }
}
