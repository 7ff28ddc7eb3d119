package dev.fuel.store;

import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.CostSource;
import dev.fuel.domain.run.Figures;
import dev.fuel.domain.run.Grouping;
import dev.fuel.domain.run.Spending;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What the runs of a time have come to, each question one grouped query. It counts exactly the runs that {@link
/// RunTotals} counts: those of agents that have ended.
public final class RunStatistics {
    private static final String GROUPED = """
            SELECT {0} AS grouping, count(*) AS runs,
                   coalesce(sum(r.tokens_in), 0) AS tokens_in, coalesce(sum(r.tokens_out), 0) AS tokens_out,
                   coalesce(sum(r.tokens_cached), 0) AS tokens_cached,
                   sum(r.cost_usd) AS usd, sum(r.cost_usd) FILTER (WHERE r.cost_source = 'reported') AS reported,
                   sum(r.cost_usd) FILTER (WHERE r.cost_source = 'estimated') AS estimated,
                   count(*) - count(r.cost_usd) AS unpriced,
                   count(*) FILTER (WHERE r.kind = 'work') AS work,
                   count(*) FILTER (WHERE r.verdict = 'passed') AS passed,
                   count(*) FILTER (WHERE r.verdict = 'failed') AS failed,
                   coalesce(sum(r.first_pass), 0) AS first_passed, count(r.first_pass) AS first_judged,
                   count(*) FILTER (WHERE r.verdict = 'failed' AND r.charged = 0) AS rounds,
                   group_concat(r.duration_ms) FILTER (WHERE r.kind = 'work') AS durations,
                   avg(r.score) AS score
            FROM {1}
            WHERE r.status <> 'running' AND r.agent IS NOT NULL
            GROUP BY 1
            """;

    private static final Pattern COMMA = Pattern.compile(",");

    private final Session session;

    RunStatistics(Session session) {
        this.session = session;
    }

    /// What runs started in that time have come to, all together.
    ///
    /// @param to exclusive
    public Figures together(Instant from, Instant to) {
        return query("''", runs(from, to)).getOrDefault("", Figures.NONE);
    }

    /// The same apart, by agent, model, type or complexity. Runs that have no such thing are under the empty text.
    public Map<String, Figures> by(Grouping grouping, Instant from, Instant to, ZoneId zone) {
        return switch (grouping) {
            case AGENT -> query("r.agent", runs(from, to));
            case MODEL -> query("coalesce(r.model, '')", runs(from, to));
            case TYPE -> query("coalesce(t.type, '')", runsOfTasks(from, to));
            case COMPLEXITY -> query("coalesce(t.complexity, '')", runsOfTasks(from, to));
            case DAY -> query("d.value ->> 2", days(from, to, zone));
        };
    }

    private static QueryPart runs(Instant from, Instant to) {
        return DSL.sql(
                "(SELECT * FROM runs WHERE started_at >= {0} AND started_at < {1}) r",
                DSL.val(InstantText.of(from)), DSL.val(InstantText.of(to)));
    }

    private static QueryPart runsOfTasks(Instant from, Instant to) {
        return DSL.sql("{0} LEFT JOIN tasks t ON t.id = r.task_id", runs(from, to));
    }

    /// The days of the person's calendar as a table of their beginnings and ends: a day of 23 or 25 hours is one day.
    /// Each looks for its runs, never each run for its day.
    private static QueryPart days(Instant from, Instant to, ZoneId zone) {
        var days = new StringJoiner(",", "[", "]");
        LocalDate last = to.minusMillis(1).atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            Instant begins = beginning(day, zone);
            Instant ends = beginning(day.plusDays(1), zone);
            days.add("[\"%s\",\"%s\",\"%s\"]"
                    .formatted(
                            InstantText.of(begins.isBefore(from) ? from : begins),
                            InstantText.of(ends.isAfter(to) ? to : ends),
                            day));
        }
        return DSL.sql(
                "json_each({0}) d CROSS JOIN runs r ON r.started_at >= d.value ->> 0 AND r.started_at < d.value ->> 1",
                DSL.val(days.toString()));
    }

    private static Instant beginning(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Map<String, Figures> query(String grouping, QueryPart runs) {
        Map<String, Figures> figures = new LinkedHashMap<>();
        session.sql()
                .resultQuery(GROUPED, DSL.sql(grouping), runs)
                .forEach(row -> figures.put(row.get("grouping", String.class), figures(row)));
        return figures;
    }

    private static Figures figures(Record row) {
        @Nullable Double usd = row.get("usd", Double.class);
        @Nullable Double estimated = row.get("estimated", Double.class);
        @Nullable
        Cost cost = usd == null ? null : new Cost(usd, estimated == null ? CostSource.REPORTED : CostSource.ESTIMATED);
        long[] durations = durations(row.get("durations", String.class));
        return new Figures(
                new Spending(
                        count(row, "runs"),
                        row.get("tokens_in", Long.class),
                        row.get("tokens_out", Long.class),
                        row.get("tokens_cached", Long.class),
                        cost,
                        count(row, "unpriced")),
                row.get("reported", Double.class),
                estimated,
                count(row, "work"),
                count(row, "passed"),
                count(row, "failed"),
                count(row, "first_passed"),
                count(row, "first_judged"),
                count(row, "rounds"),
                quantile(durations, 50),
                quantile(durations, 90),
                row.get("score", Double.class));
    }

    private static int count(Record row, String name) {
        return row.get(name, Integer.class);
    }

    /// In milliseconds, the shortest first.
    private static long[] durations(@Nullable String joined) {
        return joined == null
                ? new long[0]
                : COMMA.splitAsStream(joined)
                        .mapToLong(Long::parseLong)
                        .sorted()
                        .toArray();
    }

    /// That of the nearest rank, so that it is a duration that a run really took.
    private static @Nullable Duration quantile(long[] durations, int percent) {
        int rank = Math.ceilDiv(durations.length * percent, 100);
        return rank == 0 ? null : Duration.ofMillis(durations[rank - 1]);
    }
}
