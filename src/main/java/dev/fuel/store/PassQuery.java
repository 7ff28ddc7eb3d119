package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.RUNS;
import static dev.fuel.store.jooq.Tables.WORK_RESULTS;

import dev.fuel.domain.Word;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.PassHistory;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.TaskType;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// How often work has passed at its first review lately, by agent, complexity and type.
final class PassQuery {
    /// So many of the last runs, of all kinds, are looked at: models and projects change, and the question must not
    /// become slower as the project grows older.
    private static final int LAST_RUNS = 2_000;

    private PassQuery() {}

    static PassHistory history(DSLContext sql) {
        var tries = DSL.count(WORK_RESULTS.FIRST_PASS);
        var passes = DSL.sum(WORK_RESULTS.FIRST_PASS);
        var usd = DSL.sum(WORK_RESULTS.COST_USD);
        var priced = DSL.count(WORK_RESULTS.COST_USD);
        Map<PassHistory.Cell, PassHistory.Tally> tallies = new HashMap<>();
        sql.select(WORK_RESULTS.AGENT, WORK_RESULTS.COMPLEXITY, WORK_RESULTS.TYPE, tries, passes, usd, priced)
                .from(WORK_RESULTS)
                .where(WORK_RESULTS.SEQ.gt(
                        DSL.field(DSL.select(DSL.coalesce(DSL.max(RUNS.SEQ), 0L).minus(LAST_RUNS))
                                .from(RUNS))))
                .and(WORK_RESULTS.FIRST_PASS.isNotNull())
                .and(WORK_RESULTS.AGENT.isNotNull())
                .groupBy(WORK_RESULTS.AGENT, WORK_RESULTS.COMPLEXITY, WORK_RESULTS.TYPE)
                .forEach(row -> tallies.put(
                        new PassHistory.Cell(
                                new AgentName(row.get(WORK_RESULTS.AGENT)),
                                Word.of(Complexity.class, row.get(WORK_RESULTS.COMPLEXITY)),
                                Word.of(TaskType.class, row.get(WORK_RESULTS.TYPE))),
                        new PassHistory.Tally(
                                row.get(tries),
                                row.get(passes).intValue(),
                                row.get(usd) == null ? 0 : row.get(usd).doubleValue(),
                                row.get(priced))));
        return new PassHistory(tallies);
    }
}
