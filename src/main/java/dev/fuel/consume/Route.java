package dev.fuel.consume;

import dev.fuel.domain.agent.AgentName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which agent gets a task, and why the others do not.
///
/// @param strategy   `session`, `pinned`, `complexity` or `none`
/// @param candidates in the order in which they were asked
/// @param fallbackOf the agent that would have got it, where another one steps in
public record Route(
        String strategy,
        List<Candidate> candidates,
        @Nullable AgentName chosen,
        @Nullable AgentName fallbackOf,
        String reasoning) {
    public Route {
        candidates = List.copyOf(candidates);
    }

    /// One agent that was asked.
    ///
    /// @param verdict what it answered
    /// @param reason  in words
    public record Candidate(AgentName agent, Verdict verdict, String reason) {}

    /// What an agent's state says to a task.
    public enum Verdict {
        /// It can start now.
        FREE,
        /// It works as many runs as it may; the task waits for it.
        BUSY,
        /// It rests after failures or a limit; a fallback may step in.
        RESTING,
        /// Its program has to be looked at first; the task waits for that.
        UNKNOWN,
        /// Only a person can bring it back; a fallback may step in.
        STOPPED,
        /// It has failed at this task as often as it may.
        USED_UP
    }

    public Optional<AgentName> agent() {
        return Optional.ofNullable(chosen);
    }

    /// The agent whose program has to be looked at before it is known who gets the task.
    Optional<AgentName> unknownAgent() {
        return candidates.stream()
                .filter(candidate -> candidate.verdict() == Verdict.UNKNOWN)
                .map(Candidate::agent)
                .findFirst();
    }

    /// No agent is left that may still try.
    public boolean isExhausted() {
        return !candidates.isEmpty()
                && candidates.stream().allMatch(candidate -> candidate.verdict() == Verdict.USED_UP);
    }
}
