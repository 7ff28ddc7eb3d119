package dev.fuel.cli;

import dev.fuel.app.AttachedSession;
import dev.fuel.app.AttachedSession.Left;
import dev.fuel.domain.Refusal;

/// `fuel attach ID`: the agent's own interactive session, on this terminal.
final class AttachCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("ID").flag("--stop", "stop a run that works on the task first");
    }

    @Override
    public ExitCode run(Invocation invocation) {
        if (!invocation.surroundings().isInteractive()) {
            throw new Refusal("no_terminal", "a session needs a terminal: give fuel attach on one");
        }
        Arguments arguments = invocation.arguments();
        try (AttachedSession session =
                UseCases.of(invocation).attachments().open(arguments.word(0), arguments.has("--stop"))) {
            Left left = session.run();
            if (left.exitCode() != 0) {
                invocation.note("the session ended with exit " + left.exitCode());
            }
            invocation.output().line(left.words());
            invocation.output().line(Role.DIM.of("  " + left.next()));
        }
        return ExitCode.DONE;
    }
}
