package dev.fuel.cli;

import dev.fuel.app.Difference;

/// `fuel diff ID`: what a task, epic or run changes.
final class DiffCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .required("ID")
                .flag("--stat", "only which files, and how much")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        Difference difference = UseCases.of(invocation).differences().of(arguments.word(0), arguments.has("--stat"));
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.text("id", difference.of())
                    .text("diff", difference.text())
                    .number("omitted_bytes", difference.omitted()));
            return ExitCode.DONE;
        }
        if (difference.text().isBlank()) {
            invocation.note(difference.of() + " changes nothing");
        } else {
            print(output, difference.text());
        }
        if (difference.omitted() > 0) {
            invocation.note("%,d bytes more were left out".formatted(difference.omitted()));
        }
        return ExitCode.DONE;
    }

    static void print(Output output, String difference) {
        if (output.isTerminal()) {
            difference.lines().forEach(line -> output.line(role(line).of(line)));
        } else {
            // For `git apply` and the like: every byte as it is.
            output.raw(difference);
        }
    }

    private static Role role(String line) {
        if (line.startsWith("+++") || line.startsWith("---") || line.startsWith("diff ")) {
            return Role.BOLD;
        }
        if (line.startsWith("@@")) {
            return Role.LINK;
        }
        if (line.startsWith("+")) {
            return Role.OK;
        }
        return line.startsWith("-") ? Role.BAD : Role.PLAIN;
    }
}
