package dev.fuel.cli;

import dev.fuel.domain.epic.Epic;
import java.util.List;

/// `fuel epic:reviewed EPIC…`: notes that a person has looked at them; decides nothing.
final class EpicReviewedCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.oneOrMore("EPIC").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        List<Epic> epics = UseCases.of(invocation)
                .epics()
                .markReviewed(invocation.arguments().words());
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.objects("epics", epics, JsonFields::epic));
        } else {
            epics.forEach(epic ->
                    output.line(Role.LINK.of(epic.id().value()), Span.of("  reviewed  "), Role.DIM.of(epic.title())));
        }
        return ExitCode.DONE;
    }
}
