package dev.fuel.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads `ui:`.
final class UiReader {
    private final Findings findings;

    UiReader(Findings findings) {
        this.findings = findings;
    }

    UiSettings read(Section section) {
        UiSettings defaults = Defaults.UI;
        var settings = new UiSettings(
                section.word("theme", UiSettings.Theme.class, defaults.theme()),
                section.word("palette", UiSettings.Palette.class, defaults.palette()),
                section.word("glyphs", UiSettings.Glyphs.class, defaults.glyphs()),
                section.word("color", UiSettings.ColorMode.class, defaults.color()),
                section.flag("reduced_motion", defaults.reducedMotion()),
                section.flag("mouse", defaults.mouse()),
                section.flag("show_cursor", defaults.showCursor()),
                section.flag("tips", defaults.tips()),
                keys(section.section("keys")));
        section.end();
        return settings;
    }

    private Map<String, List<String>> keys(Section section) {
        var keys = new LinkedHashMap<String, List<String>>();
        for (String action : section.keys()) {
            List<String> bound = section.texts(action);
            if (bound.stream().anyMatch(String::isEmpty)) {
                findings.problem(section.keyPosition(action), "%s has an empty key".formatted(section.path(action)));
            }
            keys.put(action, bound);
        }
        return keys;
    }
}
