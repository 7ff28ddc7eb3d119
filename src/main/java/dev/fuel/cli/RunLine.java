package dev.fuel.cli;

import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunStatus;
import java.time.Duration;
import java.time.Instant;

/// One run on one line.
final class RunLine {
    private RunLine() {}

    static Span[] of(Run run, Instant now) {
        return new Span[] {
            Role.LINK.of(run.id().value()),
            Span.of("  %-6s  ".formatted(run.kind().word())),
            States.of(run.status()),
            Span.of("  %s".formatted(run.agent() == null ? "fuel" : run.agent())),
            Role.DIM.of("  %s, %s".formatted(length(run, now), Ages.of(run.startedAt(), now))),
            Role.BAD.of(failure(run))
        };
    }

    /// How long it took, or has been going on.
    static String length(Run run, Instant now) {
        Duration length = run.duration() == null ? Duration.between(run.startedAt(), now) : run.duration();
        return Ages.length(length.isNegative() ? Duration.ZERO : length);
    }

    /// Why it failed; empty if it did not.
    static String failure(Run run) {
        if (run.status() == RunStatus.RUNNING || run.errorType() == null) {
            return "";
        }
        String type = run.errorType().word().replace('_', ' ');
        return run.errorMessage() == null ? "  " + type : "  %s: %s".formatted(type, run.errorMessage());
    }
}
