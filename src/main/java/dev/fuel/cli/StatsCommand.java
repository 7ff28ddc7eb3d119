package dev.fuel.cli;

import dev.fuel.app.StatisticsQueries.Group;
import dev.fuel.app.StatisticsQueries.Statistics;
import dev.fuel.config.DurationText;
import dev.fuel.domain.Chart;
import dev.fuel.domain.Word;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.CostSource;
import dev.fuel.domain.run.Figures;
import dev.fuel.domain.run.Grouping;
import dev.fuel.domain.run.Spending;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `fuel stats`: how much agents have done, how well, and for how much.
final class StatsCommand implements Subcommand {
    private static final String ALL = "all";
    private static final String DEFAULT_SINCE = "30d";
    private static final int SIGNS_OF_BAR = 8;

    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .value("--by", "WHAT", "%s (default agent)".formatted(Word.words(Grouping.class)))
                .value(
                        "--since",
                        "TIME",
                        "the last days, today among them: 7d, or all (default %s)".formatted(DEFAULT_SINCE))
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        UseCases use = UseCases.of(invocation);
        Arguments arguments = invocation.arguments();
        Grouping grouping = Choices.word(arguments, "--by", Grouping.class).orElse(Grouping.AGENT);
        String since = arguments.value("--since").orElse(DEFAULT_SINCE);
        Statistics statistics = use.statistics().of(grouping, since(since), use.now());
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> describe(json, statistics));
        } else if (statistics.together().spending().runs() == 0) {
            invocation.note("no run that was started since %s has ended".formatted(statistics.from()));
        } else {
            print(output, statistics);
        }
        return ExitCode.DONE;
    }

    /// In whole days.
    private static long since(String text) {
        if (text.equals(ALL)) {
            return Long.MAX_VALUE;
        }
        Duration since = DurationText.parse(text)
                .filter(Duration::isPositive)
                .orElseThrow(() -> new UsageException(
                        "--since must be a time like 7d or 12h, or all, not \"%s\"".formatted(text)));
        return since.plusDays(1).minusMillis(1).toDays();
    }

    private static void print(Output output, Statistics statistics) {
        var table = new Table(
                statistics.grouping().word().toUpperCase(Locale.ROOT),
                "RUNS",
                "PASSED",
                "",
                "FIRST",
                "ROUNDS",
                "MEDIAN",
                "P90",
                "COST",
                "SCORE");
        for (Group group : statistics.groups()) {
            if (group.figures().spending().runs() > 0) {
                table.row(cells(group.key().isEmpty() ? Cost.UNKNOWN : group.key(), group.figures()));
            }
        }
        table.row(cells("together", statistics.together()));
        output.table(table);
        print(output, statistics.together());
        List<Group> days = statistics.days();
        output.line(Role.DIM.of("%s to %s, day by day"
                .formatted(days.getFirst().key(), days.getLast().key())));
        output.line("runs  " + trend(days, false));
        output.line("cost  " + trend(days, true));
    }

    private static Span[] cells(String key, Figures figures) {
        return new Span[] {
            Span.of(key),
            right(5, "%,d", figures.spending().runs()),
            Role.OK.of(Chart.bar(figures.passed(), figures.judged(), SIGNS_OF_BAR)),
            right(4, "%s", Figures.share(figures.passed(), figures.judged())),
            right(5, "%s", Figures.share(figures.firstPassed(), figures.firstJudged())),
            right(6, "%,d", figures.rounds()),
            right(6, "%s", length(figures.median())),
            right(4, "%s", length(figures.p90())),
            right(8, "%s", Cost.words(figures.spending().cost())),
            right(5, "%s", figures.score() == null ? Cost.UNKNOWN : Long.toString(Math.round(figures.score())))
        };
    }

    private static Span right(int width, String format, Object value) {
        String text = String.format(Locale.ROOT, format, value);
        return Span.of(" ".repeat(Math.max(0, width - text.length())) + text);
    }

    private static String length(@Nullable Duration duration) {
        return duration == null ? Cost.UNKNOWN : Ages.length(duration);
    }

    private static void print(Output output, Figures together) {
        Spending spending = together.spending();
        output.line("");
        output.line(String.format(
                Locale.ROOT,
                "reported %s, estimated %s, %,d of %,d runs of unknown cost",
                cost(together.reportedUsd(), CostSource.REPORTED),
                cost(together.estimatedUsd(), CostSource.ESTIMATED),
                spending.unpriced(),
                spending.runs()));
        output.line(String.format(
                Locale.ROOT,
                "%,d tokens in, %,d out, %,d from a cache",
                spending.tokensIn(),
                spending.tokensOut(),
                spending.tokensCached()));
    }

    private static String cost(@Nullable Double usd, CostSource source) {
        return Cost.words(usd == null ? null : new Cost(usd, source));
    }

    private static String trend(List<Group> days, boolean cost) {
        return Chart.trend(days.stream()
                .map(Group::figures)
                .map(figures ->
                        cost ? figures.dollars() : (double) figures.spending().runs())
                .toList());
    }

    private static void describe(Json json, Statistics statistics) {
        json.text("by", statistics.grouping().word())
                .text("from", statistics.from())
                .objects("groups", statistics.groups(), StatsCommand::describe)
                .object("together", fields -> describe(fields, statistics.together()))
                .objects("days", statistics.days(), StatsCommand::describe);
    }

    private static void describe(Json json, Group group) {
        json.text("key", group.key().isEmpty() ? null : group.key());
        describe(json, group.figures());
    }

    private static void describe(Json json, Figures figures) {
        JsonFields.spending(json, figures.spending());
        json.number("reported_usd", figures.reportedUsd())
                .number("estimated_usd", figures.estimatedUsd())
                .number("work_runs", figures.work())
                .number("passed", figures.passed())
                .number("failed", figures.failed())
                .number("first_passed", figures.firstPassed())
                .number("first_judged", figures.firstJudged())
                .number("rounds", figures.rounds())
                .number("median_ms", millis(figures.median()))
                .number("p90_ms", millis(figures.p90()))
                .number("score", figures.score());
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : Long.valueOf(duration.toMillis());
    }
}
