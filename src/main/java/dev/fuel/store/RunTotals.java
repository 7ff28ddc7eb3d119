package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.RUNS;
import static dev.fuel.store.jooq.Tables.TASKS;

import dev.fuel.domain.Word;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.CostSource;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Spending;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jooq.AggregateFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What many runs add up to.
public final class RunTotals {
    private static final AggregateFunction<BigDecimal> SUM_IN = DSL.sum(RUNS.TOKENS_IN);
    private static final AggregateFunction<BigDecimal> SUM_OUT = DSL.sum(RUNS.TOKENS_OUT);
    private static final AggregateFunction<BigDecimal> SUM_CACHED = DSL.sum(RUNS.TOKENS_CACHED);
    private static final AggregateFunction<BigDecimal> SUM_COST = DSL.sum(RUNS.COST_USD);
    private static final Field<BigDecimal> SUM_REPORTED =
            DSL.sum(RUNS.COST_USD).filterWhere(RUNS.COST_SOURCE.eq(CostSource.REPORTED.word()));
    private static final Field<Integer> ESTIMATED =
            DSL.count().filterWhere(RUNS.COST_SOURCE.eq(CostSource.ESTIMATED.word()));
    private static final Field<Integer> PRICED = DSL.count(RUNS.COST_USD);
    private static final Field<Integer> COUNT = DSL.count();
    private static final List<Field<?>> SUMS = List.of(SUM_IN, SUM_OUT, SUM_CACHED, SUM_COST, ESTIMATED, PRICED, COUNT);
    /// Only agents consume anything.
    private static final Condition ENDED =
            RUNS.STATUS.ne(RunStatus.RUNNING.word()).and(RUNS.AGENT.isNotNull());

    private final Session session;

    RunTotals(Session session) {
        this.session = session;
    }

    /// What the runs of each agent that were started since then have cost, of those that it is known of.
    public Map<AgentName, Cost> costsSince(Instant since) {
        Map<AgentName, Cost> costs = new TreeMap<>();
        session.sql()
                .select(RUNS.AGENT, RUNS.COST_SOURCE, SUM_COST)
                .from(RUNS)
                .where(RUNS.STARTED_AT.ge(since), RUNS.COST_USD.isNotNull())
                .groupBy(RUNS.AGENT, RUNS.COST_SOURCE)
                .forEach(row -> costs.merge(
                        new AgentName(row.get(RUNS.AGENT)),
                        new Cost(row.get(SUM_COST).doubleValue(), Word.of(CostSource.class, row.get(RUNS.COST_SOURCE))),
                        RunTotals::sum));
        return costs;
    }

    /// How the runs of each agent that were started since then have ended.
    public Map<AgentName, Ended> endedSince(Instant since) {
        var well = DSL.count().filterWhere(RUNS.STATUS.eq(RunStatus.COMPLETED.word()));
        Map<AgentName, Ended> ended = new TreeMap<>();
        session.sql()
                .select(RUNS.AGENT, COUNT, well)
                .from(RUNS)
                .where(ENDED, RUNS.STARTED_AT.ge(since))
                .groupBy(RUNS.AGENT)
                .forEach(
                        row -> ended.put(new AgentName(row.get(RUNS.AGENT)), new Ended(row.get(COUNT), row.get(well))));
        return ended;
    }

    /// @param runs all that have ended
    /// @param well those of them that ended well
    public record Ended(int runs, int well) {
        public static final Ended NONE = new Ended(0, 0);
    }

    private static Cost sum(Cost one, Cost other) {
        return Objects.requireNonNull(Cost.sum(one, other));
    }

    /// What all runs started in that time have consumed.
    ///
    /// @param to exclusive
    public Spending between(Instant from, Instant to) {
        return spending(RUNS.STARTED_AT.ge(from).and(RUNS.STARTED_AT.lt(to)));
    }

    /// The tasks that have not ended and have cost at least that, as far as it is known.
    public List<TaskId> tasksThatCost(double usd) {
        return session.sql()
                .select(RUNS.TASK_ID)
                .from(RUNS)
                .join(TASKS)
                .on(TASKS.ID.eq(RUNS.TASK_ID))
                .where(ENDED, TASKS.STATUS.notIn(TaskStatus.CLOSED.word(), TaskStatus.CANCELLED.word()))
                .groupBy(RUNS.TASK_ID)
                .having(SUM_COST.ge(BigDecimal.valueOf(usd)))
                .fetch(row -> new TaskId(row.value1()));
    }

    public Spending of(TaskId task) {
        return spending(RUNS.TASK_ID.eq(task.value()));
    }

    /// What the epic's own runs and those of its tasks have consumed. The runs of a task go with it: what another epic
    /// has given away, or what has none any more, is counted where the task is now, and once.
    public Spending of(EpicId epic) {
        return spending(RUNS.TASK_ID
                .isNull()
                .and(RUNS.EPIC_ID.eq(epic.value()))
                .or(RUNS.TASK_ID.in(DSL.select(TASKS.ID).from(TASKS).where(TASKS.EPIC_ID.eq(epic.value())))));
    }

    /// What each agent has consumed since then.
    public Map<AgentName, Spending> byAgent(Instant since) {
        Map<AgentName, Spending> spending = new TreeMap<>();
        session.sql()
                .select(RUNS.AGENT)
                .select(SUMS)
                .from(RUNS)
                .where(ENDED, RUNS.STARTED_AT.ge(since))
                .groupBy(RUNS.AGENT)
                .forEach(row -> spending.put(new AgentName(row.get(RUNS.AGENT)), spending(row)));
        return spending;
    }

    /// What the earlier runs of a session have recorded, to be taken off a total of the session. Only reported
    /// costs are part of such a total.
    ///
    /// @param before the run that goes on with the session
    public Usage ofSession(String sessionId, Run before) {
        return session.sql()
                .select(SUM_IN, SUM_OUT, SUM_CACHED, SUM_REPORTED, DSL.sum(RUNS.TURNS))
                .from(RUNS)
                .where(RUNS.SESSION_ID.eq(sessionId), RUNS.SEQ.lt(before.seq()))
                .fetchSingle(row -> new Usage(
                        whole(row.get(SUM_IN)),
                        whole(row.get(SUM_OUT)),
                        whole(row.get(SUM_CACHED)),
                        row.get(SUM_REPORTED) == null
                                ? null
                                : Double.valueOf(row.get(SUM_REPORTED).doubleValue()),
                        row.value5() == null
                                ? null
                                : Integer.valueOf(row.value5().intValue())));
    }

    private Spending spending(Condition which) {
        return session.sql().select(SUMS).from(RUNS).where(ENDED, which).fetchSingle(RunTotals::spending);
    }

    private static Spending spending(Record row) {
        BigDecimal usd = row.get(SUM_COST);
        boolean estimated = row.get(ESTIMATED) > 0;
        @Nullable
        Cost cost = usd == null
                ? null
                : new Cost(usd.doubleValue(), estimated ? CostSource.ESTIMATED : CostSource.REPORTED);
        return new Spending(
                row.get(COUNT),
                orZero(row.get(SUM_IN)),
                orZero(row.get(SUM_OUT)),
                orZero(row.get(SUM_CACHED)),
                cost,
                row.get(COUNT) - row.get(PRICED));
    }

    private static long orZero(@Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValue();
    }

    private static @Nullable Long whole(@Nullable BigDecimal sum) {
        return sum == null ? null : Long.valueOf(sum.longValue());
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
