package dev.fuel.cli;

import dev.fuel.app.BacklogActions.Promoted;
import java.util.List;

/// `fuel promote ITEM…`: makes tasks of ideas.
final class PromoteCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .oneOrMore("ITEM")
                .value("-e", "--epic", "EPIC", "the epic that they belong to")
                .value("--agent", "NAME", "only this agent may do them")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        List<Promoted> promoted = UseCases.of(invocation)
                .backlog()
                .promote(
                        arguments.words(),
                        arguments.value("--epic").orElse(null),
                        Choices.agent(arguments, invocation.project()).orElse(null));
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.objects(
                    "promoted",
                    promoted,
                    (fields, each) -> fields.text("item_id", each.item())
                            .object("task", task -> JsonFields.task(task, each.task()))));
        } else {
            promoted.forEach(each -> Sentences.print(output, each.task(), "was " + each.item()));
        }
        return ExitCode.DONE;
    }
}
