package dev.fuel.cli;

import dev.fuel.app.TaskMoves.Reopened;
import java.util.List;

/// `fuel reopen TASK…`: opens tasks again.
final class ReopenCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .oneOrMore("TASK")
                .value("-r", "--reason", "TEXT", "what is missing; - reads standard input")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        List<Reopened> reopened = UseCases.of(invocation)
                .moves()
                .reopen(
                        arguments.words(),
                        arguments.value("--reason").map(invocation::textOrInput).orElse(null));
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.objects("reopened", reopened, ReopenCommand::describe));
        } else {
            reopened.forEach(each -> print(output, each));
        }
        return ExitCode.DONE;
    }

    private static void print(Output output, Reopened reopened) {
        Sentences.print(output, reopened.task(), "open");
        if (reopened.followUp() != null) {
            output.line(Role.DIM.of(
                    "  follows %s, whose epic is approved and stays as it is".formatted(reopened.followUp())));
        }
    }

    private static void describe(Json json, Reopened reopened) {
        json.object("task", fields -> JsonFields.task(fields, reopened.task()))
                .text("follow_up_of", reopened.followUp());
    }
}
