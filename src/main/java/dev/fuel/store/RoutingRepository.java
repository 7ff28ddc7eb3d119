package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.ROUTING_DECISIONS;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.RoutingDecision;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.jooq.tables.records.RoutingDecisionsRecord;
import java.util.List;

/// Which agent got which task, and why.
public final class RoutingRepository {
    private final Session session;

    RoutingRepository(Session session) {
        this.session = session;
    }

    /// Keeps a decision; its time is that of the session.
    public void add(RoutingDecision decision) {
        AgentName chosen = decision.chosen();
        AgentName fallbackOf = decision.fallbackOf();
        RoutingDecisionsRecord row = new RoutingDecisionsRecord();
        row.setTaskId(decision.task().value());
        row.setRunId(decision.run() == null ? null : decision.run().value());
        row.setStrategy(decision.strategy());
        row.setCandidates(Json.ofCandidates(decision.candidates()));
        row.setChosenAgent(chosen == null ? null : chosen.value());
        row.setReasoning(decision.reasoning());
        row.setFallbackOf(fallbackOf == null ? null : fallbackOf.value());
        row.setCreatedAt(session.now());
        KeptQueries.insert(session.sql(), "new routing decision", ROUTING_DECISIONS, row);
        session.record(
                decision.task().value(),
                "routed",
                fallbackOf == null ? null : fallbackOf.value(),
                chosen == null ? null : chosen.value(),
                EventDetail.of(decision.strategy(), decision.reasoning()));
    }

    /// The decisions about a task, latest first.
    public List<RoutingDecision> of(TaskId task) {
        return session.sql()
                .selectFrom(ROUTING_DECISIONS)
                .where(ROUTING_DECISIONS.TASK_ID.eq(task.value()))
                .orderBy(ROUTING_DECISIONS.ID.desc())
                .fetch(RoutingRepository::decision);
    }

    static RoutingDecision decision(RoutingDecisionsRecord row) {
        return new RoutingDecision(
                new TaskId(row.getTaskId()),
                Rows.orNull(row.getRunId(), RunId::new),
                row.getStrategy(),
                Json.candidates(row.getCandidates()),
                Rows.orNull(row.getChosenAgent(), AgentName::new),
                row.getReasoning(),
                Rows.orNull(row.getFallbackOf(), AgentName::new),
                row.getCreatedAt());
    }
}
