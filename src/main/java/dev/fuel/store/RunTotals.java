package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.RUNS;
import static dev.fuel.store.jooq.Tables.TASKS;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.TaskId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.impl.DSL;

/// What many runs add up to.
public final class RunTotals {
    private final Session session;

    RunTotals(Session session) {
        this.session = session;
    }

    /// What the runs started since then have cost, as far as their agents tell, in USD.
    public double costSince(Instant since) {
        Double cost = session.sql()
                .select(DSL.sum(RUNS.COST_USD))
                .from(RUNS)
                .where(RUNS.STARTED_AT.ge(since))
                .and(RUNS.COST_USD.isNotNull())
                .fetchOne(0, Double.class);
        return cost == null ? 0 : cost;
    }

    /// How many work runs of each agent on each of the tasks failed and count, since the task's last fresh start.
    public Map<TaskId, Map<AgentName, Integer>> chargedFailures(Collection<TaskId> tasks) {
        Map<TaskId, Map<AgentName, Integer>> failures = new HashMap<>();
        var count = DSL.count();
        session.sql()
                .select(RUNS.TASK_ID, RUNS.AGENT, count)
                .from(RUNS)
                .join(TASKS)
                .on(TASKS.ID.eq(RUNS.TASK_ID))
                .where(RUNS.TASK_ID.in(tasks.stream().map(TaskId::value).toList()))
                .and(RUNS.KIND.eq(RunKind.WORK.word()))
                .and(RUNS.CHARGED.eq(1))
                .and(TASKS.ATTEMPTS_SINCE.isNull().or(RUNS.STARTED_AT.ge(TASKS.ATTEMPTS_SINCE)))
                .groupBy(RUNS.TASK_ID, RUNS.AGENT)
                .forEach(row -> failures.computeIfAbsent(new TaskId(row.get(RUNS.TASK_ID)), _ -> new HashMap<>())
                        .put(new AgentName(row.get(RUNS.AGENT)), row.get(count)));
        return failures;
    }
}
