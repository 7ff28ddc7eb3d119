package dev.fuel.cli;

import dev.fuel.app.WaitingTask;
import java.util.List;

/// `fuel blocked`: what may not start, and why.
final class BlockedCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.value("-n", "--limit", "COUNT", "at most so many").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        UseCases use = UseCases.of(invocation);
        List<WaitingTask> tasks =
                use.queries().blocked(invocation.arguments().count("--limit").orElse(Integer.MAX_VALUE));
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.objects("tasks", tasks, JsonFields::waitingTask));
        } else if (tasks.isEmpty()) {
            invocation.note("nothing is blocked");
        } else {
            var table = new Table("ID", "PRIORITY", "WHY", "TITLE");
            for (WaitingTask waiting : tasks) {
                table.row(
                        Role.LINK.of(waiting.task().id().value()),
                        Span.of(waiting.task().priority().toString()),
                        Role.WARN.of(States.why(waiting.reasons(), use.now())),
                        Span.of(waiting.task().title()));
            }
            invocation.output().table(table);
        }
        return ExitCode.DONE;
    }
}
