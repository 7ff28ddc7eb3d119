package dev.fuel.tui.state;

import java.util.List;

/// What is read only when somebody asks for it: what the last days have come to, and the settings in force.
///
/// @param statistics by agent, model, type, complexity and day, the latest day first
/// @param trend      the runs of the days as a picture, the latest day last
/// @param settings   in the order of the configuration
public record Overview(List<StatisticLine> statistics, String trend, List<SettingLine> settings) {
    public static final Overview NOTHING = new Overview(List.of(), "", List.of());
    public static final int DAYS = 30;

    public Overview {
        statistics = List.copyOf(statistics);
        settings = List.copyOf(settings);
    }
}
