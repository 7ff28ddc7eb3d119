package dev.fuel.tui.view;

import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.CostSource;
import dev.fuel.domain.run.Figures;
import dev.fuel.domain.run.Spending;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.state.Ages;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Overview;
import dev.fuel.tui.state.StatisticLine;
import dev.fuel.tui.state.Targets;
import dev.fuel.tui.state.ViewKind;
import dev.fuel.tui.widget.Bar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What agents have done lately, how well and for how much.
final class StatisticsView {
    private static final String ROW = "%-10s %-16s %5s %8s %4s %5s %8s %5s";
    private static final int LONGEST_KEY = 16;
    private static final int SIGNS_OF_BAR = 6;

    private StatisticsView() {}

    static void draw(Canvas canvas, AppState state) {
        Overview overview = state.pages().overview();
        List<ListView.Row> rows = overview.statistics().stream()
                .map(line -> new ListView.Row(row(line), Role.TEXT))
                .toList();
        List<String> detail = Targets.line(state, ViewKind.STATISTICS, overview.statistics())
                .map(line -> detail(line, overview.trend()))
                .orElse(List.of());
        String heading = ROW.formatted("BY", "", "RUNS", "PASSED", "", "FIRST", "COST", "SCORE");
        String title = "Statistics of the last %d days".formatted(Overview.DAYS);
        new ListView(ViewKind.STATISTICS, title, heading, rows, detail, "No run has ended yet.").draw(canvas, state);
    }

    private static String row(StatisticLine line) {
        Figures figures = line.figures();
        String key = line.key().isEmpty() ? Cost.UNKNOWN : line.key();
        return ROW.formatted(
                line.grouping().word(),
                key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key,
                figures.spending().runs(),
                Bar.of(figures.passed(), figures.judged(), SIGNS_OF_BAR),
                Figures.share(figures.passed(), figures.judged()),
                Figures.share(figures.firstPassed(), figures.firstJudged()),
                Cost.words(figures.spending().cost()),
                figures.score() == null ? Cost.UNKNOWN : Math.round(figures.score()));
    }

    private static List<String> detail(StatisticLine line, String trend) {
        Figures figures = line.figures();
        Spending spending = figures.spending();
        List<String> detail = new ArrayList<>();
        detail.add("%s %s".formatted(line.grouping().word(), line.key().isEmpty() ? "unknown" : line.key()));
        detail.add("");
        detail.add("%,d runs, %,d of them work: %,d passed, %,d did not; review rounds: %,d"
                .formatted(spending.runs(), figures.work(), figures.passed(), figures.failed(), figures.rounds()));
        detail.add("%,d of %,d passed at first".formatted(figures.firstPassed(), figures.firstJudged()));
        detail.add("half of them took at most %s, nine of ten at most %s"
                .formatted(length(figures.median()), length(figures.p90())));
        detail.add("reported %s, estimated %s, %,d runs of unknown cost"
                .formatted(
                        cost(figures.reportedUsd(), CostSource.REPORTED),
                        cost(figures.estimatedUsd(), CostSource.ESTIMATED),
                        spending.unpriced()));
        detail.add(
                spending.tokensIn() + spending.tokensOut() == 0
                        ? "tokens not known"
                        : "%,d tokens in, %,d out, %,d from the cache"
                                .formatted(spending.tokensIn(), spending.tokensOut(), spending.tokensCached()));
        detail.add("all runs day by day: " + trend);
        return detail;
    }

    private static String cost(@Nullable Double usd, CostSource source) {
        return Cost.words(usd == null ? null : new Cost(usd, source));
    }

    private static String length(@Nullable Duration duration) {
        return duration == null ? Cost.UNKNOWN : Ages.running(duration);
    }
}
