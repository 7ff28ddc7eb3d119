package dev.fuel.domain.agent;

import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which agent got a task, and why.
///
/// @param strategy   `session`, `pinned`, `complexity`, `primary`, `learned`
/// @param chosen     null when none could
/// @param fallbackOf the agent that would have got it, had it been available
public record RoutingDecision(
        TaskId task,
        @Nullable RunId run,
        String strategy,
        List<Candidate> candidates,
        @Nullable AgentName chosen,
        String reasoning,
        @Nullable AgentName fallbackOf,
        Instant at) {
    public RoutingDecision {
        candidates = List.copyOf(candidates);
    }

    /// An agent that was thought of.
    ///
    /// @param reason why it was in or out
    public record Candidate(AgentName agent, boolean in, String reason) {
        /// As `codex could: free`.
        public String sentence() {
            return "%s %s: %s".formatted(agent, in ? "could" : "could not", reason);
        }
    }

    /// As `to codex (primary): opus says: it knows the code`.
    public String sentence() {
        String who = chosen == null ? "to nobody" : "to " + chosen;
        String instead = fallbackOf == null ? "" : " instead of " + fallbackOf;
        return "%s%s (%s): %s".formatted(who, instead, strategy, reasoning);
    }
}
