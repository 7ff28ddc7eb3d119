package dev.fuel;

import dev.fuel.app.Project;
import dev.fuel.config.Setting;
import dev.fuel.config.UiSettings;
import dev.fuel.tui.Tui;
import dev.fuel.tui.action.KeyMap;
import dev.fuel.tui.backend.ProjectBackend;
import dev.fuel.tui.canvas.Glyphs;
import dev.fuel.tui.canvas.Look;
import dev.fuel.tui.state.Manner;
import dev.fuel.tui.theme.Background;
import dev.fuel.tui.theme.ColourDepth;
import dev.fuel.tui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Opens the full screen on a project, as its configuration and the terminal want it.
final class FullScreen {
    private FullScreen() {}

    /// @param paused whether it opens without starting anything
    static void open(Project project, boolean paused) {
        UiSettings ui = project.config().ui();
        Map<String, String> environment = project.environment();
        ColourDepth depth = ColourDepth.of(wish(ui.color()), environment);
        Look look = new Look(glyphs(ui, environment), depth != ColourDepth.MONO);
        Theme.Choice theme =
                new Theme.Choice(depth, background(ui.theme()), Background.of(environment), variant(ui.palette()));
        KeyMap.Wished keys = KeyMap.of(ui.keys());
        Path name = project.root().getFileName();
        Tui.run(
                () -> ProjectBackend.open(project, launcher(), paused),
                new Tui.Setup(
                        name == null ? "" : name.toString(),
                        look,
                        theme,
                        ui.mouse(),
                        new Manner(ui.reducedMotion(), ui.showCursor(), ui.tips()),
                        project.config().notifications().bell(),
                        project.folder().resolve("fuel.log"),
                        project.clock(),
                        keys.keyMap(),
                        placed(project, keys.problems())));
    }

    /// The problems with file and line.
    private static List<String> placed(Project project, Map<String, String> problems) {
        if (problems.isEmpty()) {
            return List.of();
        }
        Map<String, String> places = project.readConfig().require().settings().stream()
                .filter(setting -> setting.at() != null)
                .collect(Collectors.toMap(Setting::path, setting -> String.valueOf(setting.at()), (at, _) -> at));
        return problems.entrySet().stream()
                .map(problem -> "%s:%s: %s"
                        .formatted(
                                project.configFile().getFileName(),
                                places.getOrDefault("ui.keys." + problem.getKey(), ""),
                                problem.getValue()))
                .toList();
    }

    private static ColourDepth.Wish wish(UiSettings.ColorMode mode) {
        return switch (mode) {
            case AUTO -> ColourDepth.Wish.AUTO;
            case ALWAYS -> ColourDepth.Wish.ALWAYS;
            case NEVER -> ColourDepth.Wish.NEVER;
        };
    }

    private static Glyphs glyphs(UiSettings ui, Map<String, String> environment) {
        return ui.glyphs() == UiSettings.Glyphs.ASCII ? Glyphs.ASCII : Glyphs.of(environment);
    }

    /// Null where the terminal is to be asked.
    private static @Nullable Background background(UiSettings.Theme theme) {
        return switch (theme) {
            case AUTO -> null;
            case DARK -> Background.DARK;
            case LIGHT -> Background.LIGHT;
        };
    }

    private static Theme.Variant variant(UiSettings.Palette palette) {
        return switch (palette) {
            case STANDARD -> Theme.Variant.STANDARD;
            case COLORBLIND -> Theme.Variant.COLOUR_BLIND;
            case CONTRAST -> Theme.Variant.CONTRAST;
        };
    }

    private static @Nullable Path launcher() {
        String launcher = System.getProperty("fuel.launcher");
        return launcher == null ? null : Path.of(launcher).getParent();
    }
}
