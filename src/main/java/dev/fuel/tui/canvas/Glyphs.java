package dev.fuel.tui.canvas;

import java.util.Locale;
import java.util.Map;

/// Which set of signs our own drawing uses.
public enum Glyphs {
    UNICODE,
    ASCII;

    /// The set for a terminal whose locale says how it reads bytes. The JVM's own default charset is UTF-8 even
    /// under
    /// `LC_ALL=C`, so the variables are asked.
    public static Glyphs of(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                String locale = value.toUpperCase(Locale.ROOT);
                return locale.contains("UTF-8") || locale.contains("UTF8") ? UNICODE : ASCII;
            }
        }
        return ASCII;
    }
}
