package dev.fuel.cli;

import dev.fuel.app.BacklogActions;
import dev.fuel.domain.BacklogItem;

/// `fuel backlog`: rough ideas for later.
final class BacklogCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        UseCases use = UseCases.of(invocation);
        BacklogActions.Contents contents = use.backlog().contents();
        contents.problems().forEach(invocation::note);
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.objects("items", contents.items(), BacklogPage::describe));
        } else if (contents.items().isEmpty()) {
            invocation.note("the backlog is empty (fuel backlog:add TITLE keeps an idea)");
        } else {
            var table = new Table("ID", "PRIORITY", "TYPE", "AGE", "TITLE");
            for (BacklogItem item : contents.items()) {
                table.row(
                        Role.LINK.of(item.id()),
                        Span.of(item.priority().toString()),
                        Span.of(item.type().word()),
                        Role.DIM.of(item.createdAt() == null ? "–" : Ages.age(item.createdAt(), use.now())),
                        Span.of(item.title()));
            }
            invocation.output().table(table);
        }
        return ExitCode.DONE;
    }
}
