package dev.fuel.cli;

import dev.fuel.domain.epic.Epic;
import java.util.Optional;

/// `fuel epic:update EPIC`: changes what an epic says.
final class EpicUpdateCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .required("EPIC")
                .value("--title", "TEXT", "a new title")
                .value("-d", "--description", "TEXT", "a new description; - reads standard input")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        Optional<String> title = arguments.value("--title");
        Optional<String> description = arguments.value("--description").map(invocation::textOrInput);
        if (title.isEmpty() && description.isEmpty()) {
            throw new UsageException("nothing to change: give --title or --description");
        }
        Epic epic =
                UseCases.of(invocation).epics().update(arguments.word(0), title.orElse(null), description.orElse(null));
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.object("epic", fields -> JsonFields.epic(fields, epic)));
        } else {
            invocation
                    .output()
                    .line(Role.LINK.of(epic.id().value()), Span.of("  updated  "), Role.DIM.of(epic.title()));
        }
        return ExitCode.DONE;
    }
}
