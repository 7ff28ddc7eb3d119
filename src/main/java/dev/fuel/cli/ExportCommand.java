package dev.fuel.cli;

import java.util.Map;

/// `fuel export [FILE]`: all that the project knows as lines of JSON, on standard output or in a file.
final class ExportCommand implements Subcommand {
    private static final String STANDARD_OUTPUT = "-";

    @Override
    public Syntax syntax() {
        return Syntax.NONE.optional("FILE").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        String file = invocation.arguments().optionalWord(0).orElse(STANDARD_OUTPUT);
        if (file.equals(STANDARD_OUTPUT)) {
            UseCases.of(invocation).exchange().export(invocation.surroundings().out());
            return ExitCode.DONE;
        }
        Map<String, Long> written =
                UseCases.of(invocation).exchange().export(invocation.directory().resolve(file));
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.object("rows", rows -> written.forEach(rows::number)));
        } else {
            output.line("exported %s".formatted(Counts.words(written)));
        }
        return ExitCode.DONE;
    }
}
