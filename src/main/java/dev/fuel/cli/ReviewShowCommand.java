package dev.fuel.cli;

/// `fuel review:show R`: everything about one review.
final class ReviewShowCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("REVIEW").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        ShowCommand.showReview(
                invocation,
                UseCases.of(invocation).reviews().review(invocation.arguments().word(0)));
        return ExitCode.DONE;
    }
}
