package dev.fuel.agents;

import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Usage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an agent program says while it works. All text in it is already {@link CleanText clean}.
public sealed interface AgentEvent {

    /// The session has begun, or has shown its identity for the first time.
    record Started(@Nullable String sessionId, @Nullable String model) implements AgentEvent {}

    /// What the agent says.
    record Text(String text) implements AgentEvent {}

    /// What the agent thinks, where its program shows that.
    record Thinking(String text) implements AgentEvent {}

    /// The agent uses a tool.
    ///
    /// @param id       joins the call to its result; empty where the program gives none
    /// @param argument the one thing that tells what the call is about (a file, a command, a pattern), on one line
    record ToolCall(String id, String name, String argument, ToolState state) implements AgentEvent {}

    /// What a tool gave back.
    ///
    /// @param ok     as the program says; some call a failed shell command a success
    /// @param output its first lines
    record ToolResult(String id, boolean ok, String output) implements AgentEvent {}

    /// A tool was refused for want of a permission.
    record ToolDenied(String id, String tool, String message) implements AgentEvent {}

    /// What was consumed since the last such event; {@link Usage#turns()} likewise.
    record UsageReported(Usage usage) implements AgentEvent {}

    /// One turn of the model has ended. What it has consumed is counted here as far as it is told while the program
    /// works; a {@link UsageReported} that follows covers it.
    record TurnEnded(Usage usage) implements AgentEvent {}

    /// A usage limit of the account has been reached, as a structured event says.
    ///
    /// @param resetsAt null where the program does not tell
    record Limit(@Nullable Instant resetsAt, String message) implements AgentEvent {}

    /// The program tries a request again by itself.
    ///
    /// @param of the most tries; 0 where the program does not tell
    record Retrying(int attempt, int of, String reason) implements AgentEvent {}

    /// The session does not exist (any more), or has no room left: only a fresh one can go on.
    record SessionLost(String message) implements AgentEvent {}

    /// The program's own final error, classified from its codes.
    ///
    /// @param retryAt when the provider asked to come back; null where it did not
    record Failed(
            FailureType type, String message, @Nullable Instant retryAt) implements AgentEvent {
        /// An error without a time.
        public Failed(FailureType type, String message) {
            this(type, message, null);
        }
    }

    /// The program's last word.
    ///
    /// @param finalText the agent's answer; empty where there is none
    record Finished(String finalText, boolean ok) implements AgentEvent {}

    /// A line that is no event of a known type, kept for the raw view.
    ///
    /// @param cut whether the line was too long to be read
    record Noise(String line, boolean cut) implements AgentEvent {}
}
