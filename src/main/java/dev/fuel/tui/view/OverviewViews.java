package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.EpicLine;
import dev.fuel.tui.state.EventLine;
import dev.fuel.tui.state.SettingLine;
import dev.fuel.tui.state.Targets;
import dev.fuel.tui.state.ViewKind;
import dev.fuel.tui.widget.Bar;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The views beside the first five: events, epics, settings.
final class OverviewViews {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String EPIC = "%-8s %s %5s  %-17s %s";

    private OverviewViews() {}

    static void events(Canvas canvas, AppState state) {
        List<EventLine> events = state.board().events();
        List<ListView.Row> rows = events.stream()
                .map(event -> new ListView.Row("%s  %s".formatted(EventsPane.time(event), event.text()), Role.TEXT))
                .toList();
        List<String> detail = Targets.line(state, ViewKind.EVENTS, events)
                .map(event -> List.of(WHEN.format(event.at().atZone(ZoneId.systemDefault())), "", event.text()))
                .orElse(List.of());
        new ListView(
                        ViewKind.EVENTS,
                        "Events, newest first",
                        "%-9s %s".formatted("TIME", "WHAT"),
                        rows,
                        detail,
                        EventsPane.EMPTY)
                .draw(canvas, state);
    }

    static void epics(Canvas canvas, AppState state) {
        List<EpicLine> epics = state.board().epics();
        List<ListView.Row> rows = epics.stream()
                .map(epic -> new ListView.Row(
                        EPIC.formatted(
                                epic.id(),
                                Bar.of(epic.done(), epic.total()),
                                epic.done() + "/" + epic.total(),
                                epic.status().word().replace('_', ' '),
                                epic.title()),
                        role(epic)))
                .toList();
        List<String> detail = Targets.line(state, ViewKind.EPICS, epics)
                .map(epic -> List.of(
                        epic.title(),
                        "",
                        "%,d of %,d tasks are done".formatted(epic.done(), epic.total()),
                        "Enter reads it, D shows what it changes."))
                .orElse(List.of());
        String heading = EPIC.formatted("EPIC", "TASKS DONE", "", "STATE", "TITLE");
        new ListView(ViewKind.EPICS, "Epics", heading, rows, detail, "No epic yet. fuel epic:add TITLE makes one.")
                .draw(canvas, state);
    }

    private static Role role(EpicLine epic) {
        return switch (epic.status()) {
            case PLANNING -> Role.DIM;
            case IN_PROGRESS -> Role.RUNNING;
            case REVIEW_PENDING, CHANGES_REQUESTED -> Role.NEEDS;
            case APPROVED -> Role.OK;
        };
    }

    static void settings(Canvas canvas, AppState state) {
        List<SettingLine> settings = state.pages().overview().settings();
        List<ListView.Row> rows = settings.stream()
                .map(setting -> new ListView.Row(
                        "%-38s %-9s %s"
                                .formatted(
                                        setting.path(),
                                        setting.origin(),
                                        value(setting).replace('\n', ' ')),
                        setting.origin().equals("default") ? Role.DIM : Role.TEXT))
                .toList();
        List<String> detail = Targets.line(state, ViewKind.SETTINGS, settings)
                .map(setting -> List.of(
                        setting.path(),
                        "",
                        value(setting),
                        "",
                        "From: " + setting.origin() + ". It is changed in .fuel/config.yaml."))
                .orElse(List.of());
        String heading = "%-38s %-9s %s".formatted("SETTING", "FROM", "VALUE");
        new ListView(ViewKind.SETTINGS, "Settings in force", heading, rows, detail, "Reading the configuration.")
                .draw(canvas, state);
    }

    private static String value(SettingLine setting) {
        return setting.value().isBlank() ? "not set" : setting.value();
    }
}
