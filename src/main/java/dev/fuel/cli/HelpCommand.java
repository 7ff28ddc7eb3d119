package dev.fuel.cli;

import dev.fuel.domain.Nearest;

/// `fuel help [COMMAND]`.
final class HelpCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.optional("COMMAND");
    }

    @Override
    public ExitCode run(Invocation invocation) {
        invocation
                .arguments()
                .optionalWord(0)
                .ifPresentOrElse(
                        name -> Help.print(
                                invocation.output(),
                                Commands.find(name).orElseThrow(() -> unknown(name)),
                                Commands.create(name).syntax()),
                        () -> Help.printOverview(invocation.output()));
        return ExitCode.DONE;
    }

    private static UsageException unknown(String name) {
        String hint = Nearest.to(name, Commands.names())
                .map("did you mean %s?"::formatted)
                .orElse("fuel help lists them");
        return new UsageException("unknown command \"%s\": %s".formatted(name, hint));
    }
}
