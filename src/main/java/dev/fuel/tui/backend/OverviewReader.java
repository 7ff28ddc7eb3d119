package dev.fuel.tui.backend;

import dev.fuel.app.Project;
import dev.fuel.app.StatisticsQueries;
import dev.fuel.app.StatisticsQueries.Group;
import dev.fuel.config.Setting;
import dev.fuel.domain.Chart;
import dev.fuel.domain.run.Grouping;
import dev.fuel.tui.state.Overview;
import dev.fuel.tui.state.SettingLine;
import dev.fuel.tui.state.StatisticLine;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads what is only looked at when somebody asks: statistics and settings.
final class OverviewReader {
    private OverviewReader() {}

    static Overview read(Project project) {
        var queries = new StatisticsQueries(project.store(), ZoneId.systemDefault());
        Map<Grouping, List<Group>> statistics =
                queries.all(Overview.DAYS, project.clock().instant());
        List<Integer> runs = statistics.getOrDefault(Grouping.DAY, List.of()).stream()
                .map(day -> day.figures().spending().runs())
                .toList();
        return new Overview(lines(statistics), Chart.trend(runs), settings(project));
    }

    private static List<StatisticLine> lines(Map<Grouping, List<Group>> statistics) {
        List<StatisticLine> lines = new ArrayList<>();
        statistics.forEach((grouping, groups) -> (grouping == Grouping.DAY ? groups.reversed() : groups)
                .stream()
                        .filter(group -> group.figures().spending().runs() > 0)
                        .forEach(group -> lines.add(new StatisticLine(grouping, group.key(), group.figures()))));
        return lines;
    }

    private static List<SettingLine> settings(Project project) {
        return project.readConfig().require().settings().stream()
                .map(setting -> new SettingLine(setting.path(), setting.value(), origin(setting)))
                .toList();
    }

    private static String origin(Setting setting) {
        return setting.at() == null ? "default" : "line " + setting.at().line();
    }
}
