package dev.fuel.cli;

import dev.fuel.app.TaskMoves.Done;
import dev.fuel.domain.task.TaskStatus;
import java.util.List;

/// `fuel done TASK…`: a person closes tasks; an agent says that its own is done.
final class DoneCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .oneOrMore("TASK")
                .value("-r", "--reason", "TEXT", "what was done; - reads standard input")
                .value("--commit", "HASH", "the commit that did it")
                .flag("--gate", "send the work through the checks instead of closing it at once")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        List<Done> done = UseCases.of(invocation)
                .moves()
                .done(
                        arguments.words(),
                        arguments.value("--reason").map(invocation::textOrInput).orElse(null),
                        arguments.value("--commit").orElse(null),
                        arguments.has("--gate"));
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.objects("done", done, DoneCommand::describe));
        } else {
            done.forEach(each -> print(output, each));
        }
        return ExitCode.DONE;
    }

    private static void print(Output output, Done done) {
        if (done.claimed()) {
            output.line(Span.of("noted; %s is checked when this run has ended"
                    .formatted(done.task().id())));
            return;
        }
        boolean closed = done.task().status() == TaskStatus.CLOSED;
        Sentences.print(output, done.task(), closed ? "closed" : "goes through the checks");
        Sentences.printReleased(output, done.released());
    }

    private static void describe(Json json, Done done) {
        json.object("task", fields -> JsonFields.task(fields, done.task()))
                .texts("released", done.released())
                .flag("claimed", done.claimed());
    }
}
