package dev.fuel.config;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.Complexity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The whole configuration, complete: what the file does not say has its default. Every agent that it names exists.
///
/// @param primary       who routes, plans and reviews epics; null if there is none
/// @param complexity    the agent for each complexity; one that is missing here goes to {@link #agentFor}'s choice
/// @param maxConcurrent most runs at a time
/// @param review        null if the file has no `review:`
public record FuelConfig(
        @Nullable AgentName primary,
        Routing routing,
        Map<Complexity, AgentName> complexity,
        int maxConcurrent,
        Limits limits,
        Budget budget,
        Triage triage,
        @Nullable ReviewSettings review,
        WorkspaceSettings workspace,
        NotifySettings notifications,
        UiSettings ui,
        SortedMap<AgentName, AgentConfig> agents) {
    public FuelConfig {
        Require.positive("max_concurrent", maxConcurrent);
        var map = new EnumMap<Complexity, AgentName>(Complexity.class);
        map.putAll(complexity);
        complexity = Collections.unmodifiableMap(map);
        agents = Collections.unmodifiableSortedMap(new TreeMap<>(agents));
        if (primary != null) {
            requireAgent(agents, "primary", primary);
        }
        for (var entry : complexity.entrySet()) {
            requireAgent(agents, "complexity." + entry.getKey().word(), entry.getValue());
        }
        if (review != null && review.agent() != null) {
            requireAgent(agents, "review.agent", review.agent());
        }
        for (AgentConfig agent : agents.values()) {
            for (AgentName fallback : agent.fallback()) {
                requireAgent(agents, "agents." + agent.name() + ".fallback", fallback);
            }
        }
    }

    /// The agent for work of that complexity: the map's, else the primary, else the only agent there is.
    public Optional<AgentName> agentFor(Complexity wanted) {
        AgentName mapped = complexity.get(wanted);
        if (mapped != null) {
            return Optional.of(mapped);
        }
        if (primary != null) {
            return Optional.of(primary);
        }
        return agents.size() == 1 ? Optional.of(agents.firstKey()) : Optional.empty();
    }

    /// The same with another number of runs at a time.
    public FuelConfig withMaxConcurrent(int most) {
        return new FuelConfig(
                primary,
                routing,
                complexity,
                most,
                limits,
                budget,
                triage,
                review,
                workspace,
                notifications,
                ui,
                agents);
    }

    public Optional<AgentConfig> agent(AgentName name) {
        return Optional.ofNullable(agents.get(name));
    }

    private static void requireAgent(SortedMap<AgentName, AgentConfig> agents, String where, AgentName name) {
        if (!agents.containsKey(name)) {
            throw new IllegalArgumentException(where + " names no agent of the configuration: " + name);
        }
    }
}
