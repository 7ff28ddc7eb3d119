package dev.fuel.consume;

import org.jspecify.annotations.Nullable;

/// How a consumer is to run.
///
/// @param name          what the holder of the lock is called, `fuel` or `fuel consume`
/// @param mode          when it ends by itself
/// @param startsPaused  decides nothing until continued; this consumer's only, unlike a stored pause
/// @param maxConcurrent instead of the configured number
/// @param stopAgents    ends the agents when it leaves, instead of leaving them to the next consumer
public record ConsumerOptions(
        String name,
        Mode mode,
        boolean startsPaused,
        @Nullable Integer maxConcurrent,
        boolean stopAgents) {
    /// When a consumer ends by itself.
    public enum Mode {
        FOREVER,
        /// When nothing runs and nothing can start without time passing or a person acting.
        UNTIL_IDLE,
        /// As UNTIL_IDLE, but sits out backoffs and limits.
        UNTIL_IDLE_AND_WAIT,
        /// When what could start at the beginning has ended.
        ONCE
    }
}
