package dev.fuel.cli;

/// `fuel completion bash|zsh|fish`.
final class CompletionCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("SHELL");
    }

    @Override
    public ExitCode run(Invocation invocation) {
        String shell = invocation.arguments().word(0);
        invocation
                .output()
                .raw(
                        switch (shell) {
                            case "bash" -> Completion.bash();
                            case "zsh" -> Completion.zsh();
                            case "fish" -> Completion.fish();
                            default ->
                                throw new UsageException(
                                        "no completion for \"%s\": bash, zsh or fish".formatted(shell));
                        });
        return ExitCode.DONE;
    }
}
