package dev.fuel.tui.state;

import java.util.List;

/// What is read only when somebody asks for it: what the last days have cost, and the settings in force.
///
/// @param costs    by day, the latest first, then by agent
/// @param settings in the order of the configuration
public record Overview(List<CostLine> costs, List<SettingLine> settings) {
    public static final Overview NOTHING = new Overview(List.of(), List.of());

    public Overview {
        costs = List.copyOf(costs);
        settings = List.copyOf(settings);
    }
}
