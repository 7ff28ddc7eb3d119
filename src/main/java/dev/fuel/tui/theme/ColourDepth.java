package dev.fuel.tui.theme;

import java.util.Locale;
import java.util.Map;

/// How many colours the terminal shows.
public enum ColourDepth {
    MONO,
    SIXTEEN,
    INDEXED,
    TRUE_COLOUR;

    /// What a person asked for with `--color` or in the configuration.
    public enum Wish {
        AUTO,
        ALWAYS,
        NEVER
    }

    /// The wish decides first, then `NO_COLOR` (set and not empty), then what the terminal says of itself.
    public static ColourDepth of(Wish wish, Map<String, String> environment) {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        if (wish == Wish.NEVER || (wish == Wish.AUTO && refused)) {
            return MONO;
        }
        String colourTerm = environment.getOrDefault("COLORTERM", "").toLowerCase(Locale.ROOT);
        if (colourTerm.equals("truecolor") || colourTerm.equals("24bit")) {
            return TRUE_COLOUR;
        }
        String terminal = environment.getOrDefault("TERM", "");
        return terminal.endsWith("-256color") || terminal.endsWith("-direct") ? INDEXED : SIXTEEN;
    }
}
