package dev.fuel.process;

import dev.fuel.domain.run.ProcessIdentity;
import java.time.Instant;

/// What the files and the process table say about a run.
public sealed interface ProcessState {
    /// It left its exit code: 128 + n for signal n.
    record Ended(int exitCode, Instant endedAt) implements ProcessState {}

    /// It goes on.
    ///
    /// @param identity the supervisor; if that is dead, the oldest process that carries the run's token
    record Alive(ProcessIdentity identity) implements ProcessState {}

    /// It left no exit code, and no process carries its token.
    record Gone() implements ProcessState {}
}
