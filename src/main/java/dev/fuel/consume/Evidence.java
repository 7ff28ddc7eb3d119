package dev.fuel.consume;

import dev.fuel.agents.Consumption;
import dev.fuel.agents.Outcome;
import dev.fuel.agents.UsageScope;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.git.WorkState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an ended work run has left behind: its words, its exit code and its commits.
///
/// @param work  null outside a repository, and for a run that never came to work
/// @param scope what the outcome's usage covers
record Evidence(Outcome outcome, @Nullable WorkState work, UsageScope scope) {

    /// Of a run whose usage is its own.
    Evidence(Outcome outcome, @Nullable WorkState work) {
        this(outcome, work, UsageScope.RUN);
    }

    /// Of a run that left nothing to read: its process could not be started, or is gone without a trace.
    static Evidence none(FailureType failure, String message) {
        return new Evidence(
                new Outcome(
                        RunStatus.FAILED,
                        null,
                        failure,
                        message,
                        Consumption.UNKNOWN,
                        null,
                        null,
                        List.of(),
                        false,
                        false,
                        0,
                        0),
                null);
    }
}
