package dev.fuel.cli;

import dev.fuel.agents.ToolState;
import dev.fuel.agents.TranscriptLine;
import dev.fuel.domain.run.Run;
import java.util.Locale;

/// `fuel run:tail RUN`: what the agent says and does, until it ends.
final class RunTailCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("RUN").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        UseCases use = UseCases.of(invocation);
        Run run = use.runQueries().runOrLatestOf(invocation.arguments().word(0));
        Output output = invocation.output();
        boolean ended = use.runTail().follow(run, line -> print(output, line));
        if (ended && !output.isJson()) {
            Run last = use.runQueries().run(run.id().value());
            output.line(
                    Role.DIM.of("— "),
                    Role.DIM.of(run.id() + " "),
                    States.of(last.status()),
                    Role.DIM.of(RunLine.failure(last)));
        }
        return ended ? ExitCode.DONE : ExitCode.INTERRUPTED;
    }

    private static void print(Output output, TranscriptLine line) {
        if (output.isJson()) {
            output.json(json -> json.text("kind", line.kind().name().toLowerCase(Locale.ROOT))
                    .text("tool", line.tool().isEmpty() ? null : line.tool())
                    .text("state", line.state() == null ? null : line.state().word())
                    .text("text", line.text()));
        } else {
            output.line(role(line).of(line.plain()));
        }
        output.flush();
    }

    private static Role role(TranscriptLine line) {
        return switch (line.kind()) {
            case TEXT -> Role.PLAIN;
            case THINKING, NOTICE, NOISE, STDERR -> Role.DIM;
            case OUTPUT -> line.state() == ToolState.FAILED ? Role.BAD : Role.DIM;
            case TOOL -> line.state() == ToolState.FAILED ? Role.BAD : Role.RUNNING;
            case ERROR -> Role.BAD;
        };
    }
}
