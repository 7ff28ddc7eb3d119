package dev.fuel.cli;

import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.task.Task;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// `fuel ready`: what may start now, in the order in which it will.
final class ReadyCommand implements Subcommand {
    private static final int DEFAULT_LIMIT = 50;

    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .value("-n", "--limit", "COUNT", "at most so many (default " + DEFAULT_LIMIT + ")")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        UseCases use = UseCases.of(invocation);
        int limit = invocation.arguments().count("--limit").orElse(DEFAULT_LIMIT);
        List<Task> found = use.queries().ready(limit + 1);
        List<Task> ready = found.subList(0, Math.min(limit, found.size()));
        boolean more = found.size() > limit;
        if (invocation.output().isJson()) {
            invocation
                    .output()
                    .json(json -> json.objects("tasks", ready, JsonFields::task).flag("more", more));
        } else if (ready.isEmpty()) {
            invocation.note("nothing is ready (fuel blocked says what waits)");
        } else {
            invocation.output().table(table(ready, use.now()));
            use.budgets().all(use.project().config(), ZoneId.systemDefault()).told().stream()
                    .filter(BudgetMark::isSpent)
                    .forEach(mark -> invocation.note("waits: " + BudgetLines.of(mark)));
            if (more) {
                invocation.note("there are more: fuel ready --limit " + 10 * limit);
            }
        }
        return ExitCode.DONE;
    }

    private static Table table(List<Task> tasks, Instant now) {
        var table = new Table("ID", "PRIORITY", "TYPE", "COMPLEXITY", "AGE", "TITLE");
        for (Task task : tasks) {
            table.row(
                    Role.LINK.of(task.id().value()),
                    Span.of(task.priority().toString()),
                    Span.of(task.type().word()),
                    Span.of(task.complexity().word()),
                    Role.DIM.of(Ages.age(task.createdAt(), now)),
                    Span.of(task.title()));
        }
        return table;
    }
}
