package dev.fuel.cli;

import dev.fuel.domain.run.Run;

/// `fuel run:rate RUN 1..5`: what a person thinks of the work of a run.
final class RunRateCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("RUN").required("RATING").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Arguments arguments = invocation.arguments();
        Run run = UseCases.of(invocation).runs().rate(arguments.word(0), rating(arguments.word(1)));
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> JsonFields.run(json, run));
        } else {
            output.line(
                    Role.LINK.of(run.id().value()),
                    Span.of("  rated %d of 5%s"
                            .formatted(run.rating(), run.score() == null ? "" : ", score " + run.score())));
        }
        return ExitCode.DONE;
    }

    private static int rating(String text) {
        if (!text.matches("[1-5]")) {
            throw new UsageException("a rating is a whole number from 1 (bad) to 5 (good), not \"%s\"".formatted(text));
        }
        return Integer.parseInt(text);
    }
}
