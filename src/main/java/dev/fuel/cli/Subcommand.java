package dev.fuel.cli;

/// One command of the program. A fresh one is made for each invocation.
interface Subcommand {
    /// What may stand behind its name.
    Syntax syntax();

    /// Does it. Expected failures are thrown: a {@link dev.fuel.domain.Refusal} for what the rules refuse, a
    /// {@link UsageException} for wrong arguments.
    ExitCode run(Invocation invocation);
}
