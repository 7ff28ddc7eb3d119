package dev.fuel.consume;

import dev.fuel.domain.agent.AgentName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which agent gets a task, and why the others do not.
///
/// @param strategy   `session`, `pinned`, `complexity`, `primary`, `learned` or `none`
/// @param candidates in the order in which they were asked
/// @param others     who was thought of, or would have been asked next
/// @param fallbackOf the agent that would have got it, where another one steps in
/// @param question   whether somebody has to say first who gets it
public record Route(
        String strategy,
        List<Candidate> candidates,
        List<Candidate> others,
        @Nullable AgentName chosen,
        @Nullable AgentName fallbackOf,
        String reasoning,
        Question question) {
    public Route {
        candidates = List.copyOf(candidates);
        others = List.copyOf(others);
    }

    /// That nobody gets it before the primary has answered, or for the reason.
    static Route ofNobody(String strategy, String reason, Question question) {
        return new Route(strategy, List.of(), List.of(), null, null, reason, question);
    }

    /// What the primary has to do with it.
    public enum Question {
        NONE,
        /// It has to be asked.
        DUE,
        /// It has been asked, and the task waits for the answer.
        ASKED
    }

    /// One agent that was asked.
    ///
    /// @param verdict what it answered
    /// @param reason  in words
    public record Candidate(AgentName agent, Verdict verdict, String reason) {
        /// With what was thought of it beside its state.
        Candidate with(@Nullable String remark) {
            return remark == null ? this : new Candidate(agent, verdict, "%s; %s".formatted(reason, remark));
        }
    }

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

    /// The same with those too who need not have been asked.
    Route among(Collection<Candidate> everybody) {
        Set<AgentName> asked = candidates.stream().map(Candidate::agent).collect(Collectors.toSet());
        return new Route(
                strategy,
                candidates,
                everybody.stream()
                        .filter(candidate -> !asked.contains(candidate.agent()))
                        .toList(),
                chosen,
                fallbackOf,
                reasoning,
                question);
    }

    /// Everybody who was thought of, those who were asked first.
    public List<Candidate> everybody() {
        return Stream.concat(candidates.stream(), others.stream()).toList();
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
