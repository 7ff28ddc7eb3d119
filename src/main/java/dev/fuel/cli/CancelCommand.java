package dev.fuel.cli;

import dev.fuel.app.TaskMoves.Cancelled;
import java.util.List;

/// `fuel cancel TASK…`: gives tasks up, and says what that sets free.
final class CancelCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .oneOrMore("TASK")
                .value("-r", "--reason", "TEXT", "why; - reads standard input")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        UseCases use = UseCases.of(invocation);
        List<Cancelled> cancelled = use.moves()
                .cancel(
                        arguments.words(),
                        arguments.value("--reason").map(invocation::textOrInput).orElse(null));
        use.runs()
                .carryOutStops(cancelled.stream()
                        .flatMap(each -> each.stopping().stream())
                        .toList());
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.objects("cancelled", cancelled, CancelCommand::describe));
        } else {
            cancelled.forEach(each -> print(output, each));
        }
        return ExitCode.DONE;
    }

    private static void print(Output output, Cancelled cancelled) {
        Sentences.print(output, cancelled.task(), "cancelled");
        Sentences.printReleased(output, cancelled.released());
        cancelled.stopping().ifPresent(run -> output.line(Span.of("  %s is being stopped".formatted(run))));
    }

    private static void describe(Json json, Cancelled cancelled) {
        json.object("task", fields -> JsonFields.task(fields, cancelled.task()))
                .texts("released", cancelled.released())
                .text("stopping", cancelled.stopping().orElse(null));
    }
}
