package dev.fuel.cli;

import dev.fuel.app.RunActions.Killed;
import java.util.List;

/// `fuel run:kill RUN…`: stops runs; their tasks are held until somebody lets them go on.
final class RunKillCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.oneOrMore("RUN").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        List<Killed> killed =
                UseCases.of(invocation).runs().kill(invocation.arguments().words());
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.objects("runs", killed, RunKillCommand::describe));
        } else {
            killed.forEach(each -> print(output, each));
        }
        return ExitCode.DONE;
    }

    private static void print(Output output, Killed killed) {
        output.line(
                Role.LINK.of(killed.run().id().value()),
                Span.of(killed.stopped() ? "  stopped" : "  is being stopped"));
        if (killed.run().task() != null) {
            output.line(Role.DIM.of("  %s is held: fuel unpause %s lets it start again"
                    .formatted(killed.run().task(), killed.run().task())));
        }
    }

    private static void describe(Json json, Killed killed) {
        json.text("id", killed.run().id()).flag("stopped", killed.stopped());
    }
}
