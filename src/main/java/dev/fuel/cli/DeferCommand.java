package dev.fuel.cli;

import dev.fuel.app.BacklogActions.Deferred;
import java.util.List;

/// `fuel defer TASK…`: puts tasks back into the backlog.
final class DeferCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.oneOrMore("TASK").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        List<Deferred> deferred =
                UseCases.of(invocation).backlog().defer(invocation.arguments().words());
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.objects("deferred", deferred, DeferCommand::describe));
        } else {
            for (Deferred each : deferred) {
                Sentences.print(output, each.task(), "is now " + each.item().id());
                Sentences.printReleased(output, each.released());
            }
        }
        return ExitCode.DONE;
    }

    private static void describe(Json json, Deferred deferred) {
        json.text("task_id", deferred.task().id())
                .object("item", fields -> BacklogPage.describe(fields, deferred.item()))
                .texts("released", deferred.released());
    }
}
