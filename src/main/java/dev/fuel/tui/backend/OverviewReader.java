package dev.fuel.tui.backend;

import dev.fuel.app.Project;
import dev.fuel.config.Setting;
import dev.fuel.tui.state.CostLine;
import dev.fuel.tui.state.Overview;
import dev.fuel.tui.state.SettingLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Reads what is only looked at when somebody asks: costs by day and agent, and the settings.
final class OverviewReader {
    private static final int DAYS = 14;

    private OverviewReader() {}

    static Overview read(Project project) {
        return new Overview(costs(project), settings(project));
    }

    private static List<CostLine> costs(Project project) {
        ZoneId zone = ZoneId.systemDefault();
        return project.store().read(session -> {
            LocalDate today = session.now().atZone(zone).toLocalDate();
            List<CostLine> costs = new ArrayList<>();
            for (int back = 0; back < DAYS; back++) {
                LocalDate day = today.minusDays(back);
                session.runTotals()
                        .byAgent(start(day, zone), start(day.plusDays(1), zone))
                        .forEach((agent, spending) -> costs.add(new CostLine(day, agent, spending)));
            }
            return costs;
        });
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
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
