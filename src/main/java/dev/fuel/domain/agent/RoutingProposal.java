package dev.fuel.domain.agent;

import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Who should get a task next, as the primary says; or that it is asked, or why it has not said.
///
/// @param run       the run that is to answer; null while its turn has not come
/// @param offered   the agents that it may name
/// @param until     from then on the task waits no longer
/// @param agent     whom it has named
/// @param reasoning why that one; without an agent, why there is no answer
public record RoutingProposal(
        TaskId task,
        @Nullable RunId run,
        Set<AgentName> offered,
        Instant until,
        @Nullable AgentName agent,
        @Nullable String reasoning) {
    public RoutingProposal {
        offered = Set.copyOf(offered);
    }

    /// Whether the answer is still to come.
    public boolean isOpen() {
        return agent == null && reasoning == null;
    }

    /// Whether the task waits for the answer.
    public boolean isAwaited(Instant now) {
        return isOpen() && now.isBefore(until);
    }

    /// The agents' names in their order.
    public static SortedSet<String> names(Set<AgentName> agents) {
        SortedSet<String> names = new TreeSet<>();
        agents.forEach(agent -> names.add(agent.value()));
        return Collections.unmodifiableSortedSet(names);
    }
}
