package dev.fuel.app;

import dev.fuel.consume.AgentHealthTracker;
import dev.fuel.domain.agent.AgentHealth;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is known of the agents' ability to work.
public final class HealthActions {
    private final Store store;
    private final Caller caller;

    public HealthActions(Store store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    /// Of the agents named and of every other that has ever run, by name.
    public List<AgentHealth> list(Collection<AgentName> named) {
        Map<AgentName, AgentHealth> health = new TreeMap<>();
        named.forEach(agent -> health.put(agent, AgentHealth.unknown(agent)));
        health.putAll(store.read(session -> session.health().all()));
        return List.copyOf(health.values());
    }

    /// Forgets failures, rests and stops: the agents may work again at once, and so do the tasks parked with them.
    public void reset(Collection<AgentName> agents) {
        caller.requirePerson("reset an agent's health");
        store.change(caller.actor(), session -> agents.forEach(agent -> AgentHealthTracker.reset(session, agent)));
    }
}
