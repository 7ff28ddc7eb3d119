package dev.fuel.config;

import dev.fuel.domain.Word;
import dev.fuel.domain.agent.AgentName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What finished work must pass.
///
/// @param agent       who reviews; null leaves it to the deterministic checks
/// @param human       what a person signs off
/// @param tests       the test command; null if none is configured
/// @param duplication whether copied code is looked for
public record ReviewSettings(
        @Nullable AgentName agent, Human human, @Nullable Tests tests, boolean duplication) {
    public enum Human implements Word {
        /// Epics only; single tasks land when their checks pass.
        EPICS,
        /// Each task that belongs to no epic too.
        ALL
    }

    /// @param command run by `sh -c` in the task's workspace
    /// @param reports glob of the JUnit XML files that it writes; null compares exit codes
    public record Tests(String command, @Nullable String reports, Duration timeout) {
        public Tests {
            if (command.isBlank()) {
                throw new IllegalArgumentException("review.tests.command is empty");
            }
            Require.positive("review.tests.timeout", timeout);
        }
    }
}
