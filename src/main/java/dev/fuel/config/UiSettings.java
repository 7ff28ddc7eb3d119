package dev.fuel.config;

import dev.fuel.domain.Word;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How the screens look and which keys they obey.
///
/// @param keys action id to its keys, in place of the built-in ones; whether the action exists is for the screens
public record UiSettings(
        Theme theme,
        Palette palette,
        Glyphs glyphs,
        ColorMode color,
        boolean reducedMotion,
        boolean mouse,
        boolean showCursor,
        boolean tips,
        Map<String, List<String>> keys) {
    /// The terminal's background; `auto` asks the terminal.
    public enum Theme implements Word {
        AUTO,
        DARK,
        LIGHT
    }

    public enum Palette implements Word {
        STANDARD,
        COLORBLIND,
        CONTRAST
    }

    public enum Glyphs implements Word {
        UNICODE,
        ASCII
    }

    public enum ColorMode implements Word {
        AUTO,
        ALWAYS,
        NEVER
    }

    public UiSettings {
        var copy = new LinkedHashMap<String, List<String>>();
        keys.forEach((action, bound) -> copy.put(action, List.copyOf(bound)));
        keys = Collections.unmodifiableMap(copy);
    }
}
