package dev.fuel.cli;

import dev.fuel.domain.epic.Epic;
import java.util.List;

/// `fuel epics`: every epic and how far it is.
final class EpicsCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        UseCases use = UseCases.of(invocation);
        List<Epic> epics = use.epics().list();
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.objects("epics", epics, JsonFields::epic));
        } else if (epics.isEmpty()) {
            invocation.note("no epics yet (fuel epic:add TITLE makes one)");
        } else {
            var table = new Table("ID", "STATE", "DONE", "UPDATED", "TITLE");
            for (Epic epic : epics) {
                table.row(
                        Role.LINK.of(epic.id().value()),
                        epic.held() ? Role.WARN.of("held") : States.of(epic.status()),
                        Span.of("%d/%d".formatted(epic.tasksClosed(), epic.tasks())),
                        Role.DIM.of(Ages.age(epic.updatedAt(), use.now())),
                        Span.of(epic.title()));
            }
            invocation.output().table(table);
        }
        return ExitCode.DONE;
    }
}
