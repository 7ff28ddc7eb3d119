package dev.fuel.consume;

import dev.fuel.domain.agent.AgentName;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What a strategy says of a task.
sealed interface Choice {
    /// That agent gets it, or who steps in for it.
    ///
    /// @param strategy who has chosen: `pinned`, `complexity`, `primary`, `learned`
    /// @param others   who could have been chosen too
    /// @param remarks  what was thought of some of them
    record First(
            String strategy, AgentName agent, String reason, List<AgentName> others, Map<AgentName, String> remarks)
            implements Choice {
        public First {
            others = List.copyOf(others);
            remarks = Map.copyOf(remarks);
        }

        First(String strategy, AgentName agent, String reason) {
            this(strategy, agent, reason, List.of(), Map.of());
        }

        First among(Collection<AgentName> all, Map<AgentName, String> thoughts) {
            return new First(strategy, agent, reason, List.copyOf(all), thoughts);
        }
    }

    /// The primary has to be asked.
    record Ask(String reason) implements Choice {}

    /// The primary is asked and has not answered yet.
    record Await(String reason) implements Choice {}

    /// The program of the agent that is to answer has to be looked at.
    record Look(Route.Candidate primary) implements Choice {}

    record Nobody(String reason) implements Choice {}
}
