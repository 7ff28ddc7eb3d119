package dev.fuel.cli;

import dev.fuel.app.NotInitialisedException;
import dev.fuel.config.UnusableConfigException;
import dev.fuel.domain.Refusal;
import dev.fuel.store.StoreUnusable;
import java.io.PrintStream;

/// The only place that turns what went wrong into words and an exit code.
final class Errors {
    private final PrintStream err;
    private final boolean json;

    Errors(PrintStream err, boolean json) {
        this.err = err;
        this.json = json;
    }

    /// What is told of a failure.
    ///
    /// @param code a stable snake_case word for scripts
    record Told(ExitCode exit, String code, String message) {}

    static Told tell(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return switch (failure) {
            case UsageException _ -> new Told(ExitCode.USAGE, "usage", message);
            case NotInitialisedException refusal -> new Told(ExitCode.NOT_INITIALISED, refusal.code(), message);
            case Refusal refusal -> new Told(ExitCode.REFUSED, refusal.code(), message);
            case UnusableConfigException _ -> new Told(ExitCode.UNUSABLE, "config_unusable", message);
            case StoreUnusable _ -> new Told(ExitCode.UNUSABLE, "store_unusable", message);
            case OutputClosedException _ -> new Told(ExitCode.UNUSABLE, "output_closed", message);
            default ->
                new Told(
                        ExitCode.DEFECT,
                        "defect",
                        "%s: %s".formatted(failure.getClass().getSimpleName(), message));
        };
    }

    void print(Told told) {
        if (json) {
            Json.error(err, told.code(), told.message());
        } else {
            told.message().lines().forEach(line -> err.println("fuel: " + Printable.line(line)));
        }
        err.flush();
    }
}
