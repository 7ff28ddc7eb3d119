package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.AGENT_HEALTH;

import dev.fuel.domain.agent.AgentHealth;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.store.jooq.tables.records.AgentHealthRecord;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is known of each agent's ability to work.
public final class AgentHealthRepository {
    private final Session session;

    AgentHealthRepository(Session session) {
        this.session = session;
    }

    /// The agent's health; {@link AgentHealth#unknown} if it has never run.
    public AgentHealth of(AgentName agent) {
        return KeptQueries.get(
                        session.sql(),
                        "health",
                        () -> session.sql().selectFrom(AGENT_HEALTH).where(AGENT_HEALTH.AGENT.eq(agent.value())),
                        agent.value())
                .fetchFirst(AgentHealthRepository::health)
                .orElseGet(() -> AgentHealth.unknown(agent));
    }

    /// Every agent that has ever run.
    public Map<AgentName, AgentHealth> all() {
        return KeptQueries.get(
                        session.sql(),
                        "all health",
                        () -> session.sql().selectFrom(AGENT_HEALTH).orderBy(AGENT_HEALTH.AGENT))
                .fetch(AgentHealthRepository::health)
                .stream()
                .collect(Collectors.toMap(AgentHealth::agent, Function.identity()));
    }

    public void save(AgentHealth health) {
        AgentHealthRecord row = new AgentHealthRecord();
        row.setAgent(health.agent().value());
        row.setLastSuccessAt(health.lastSuccessAt());
        row.setLastFailureAt(health.lastFailureAt());
        row.setConsecutiveFailures(health.consecutiveFailures());
        row.setBackoffUntil(health.backoffUntil());
        row.setBackoffReason(health.backoffReason());
        row.setStoppedReason(health.stoppedReason());
        row.setTotalRuns(health.totalRuns());
        row.setTotalSuccesses(health.totalSuccesses());
        row.setPaused(health.paused() ? 1 : 0);
        KeptQueries.insertOrReplace(session.sql(), "agent health", AGENT_HEALTH, AGENT_HEALTH.AGENT, row);
        session.record(
                health.agent().value(),
                "agent_health",
                null,
                state(health),
                health.backoffUntil() == null ? null : "until " + InstantText.of(health.backoffUntil()));
    }

    /// Forgets failures and rests of an agent; its totals stay.
    public void reset(AgentName agent) {
        AgentHealth known = of(agent);
        save(new AgentHealth(
                agent,
                known.lastSuccessAt(),
                known.lastFailureAt(),
                0,
                null,
                null,
                null,
                known.totalRuns(),
                known.totalSuccesses(),
                known.paused()));
    }

    private static String state(AgentHealth health) {
        if (health.paused()) {
            return "paused";
        }
        if (health.stoppedReason() != null) {
            return "stopped: " + health.stoppedReason();
        }
        return health.consecutiveFailures() == 0 ? "ok" : health.consecutiveFailures() + " failures in a row";
    }

    private static AgentHealth health(AgentHealthRecord row) {
        return new AgentHealth(
                new AgentName(row.getAgent()),
                row.getLastSuccessAt(),
                row.getLastFailureAt(),
                row.getConsecutiveFailures(),
                row.getBackoffUntil(),
                row.getBackoffReason(),
                row.getStoppedReason(),
                row.getTotalRuns(),
                row.getTotalSuccesses(),
                row.getPaused() != 0);
    }
}
