package dev.fuel.tui.theme;

import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import java.util.EnumMap;
import java.util.Map;

/// The ink of each role on one terminal.
public final class Theme {
    private final ColourDepth depth;
    private final Map<Role, Ink> inks = new EnumMap<>(Role.class);

    private Theme(ColourDepth depth) {
        this.depth = depth;
    }

    public static Theme of(ColourDepth depth, Background background) {
        Theme theme = new Theme(depth);
        for (Role role : Role.values()) {
            theme.inks.put(role, ink(role, depth, background));
        }
        return theme;
    }

    public ColourDepth depth() {
        return depth;
    }

    public Ink ink(Style style) {
        return inks.getOrDefault(style.role(), Ink.plain(Colour.DEFAULT))
                .with(style.bold(), style.reverse(), style.underline());
    }

    private static Ink ink(Role role, ColourDepth depth, Background background) {
        return switch (depth) {
            case MONO -> Palette.mono(role);
            case SIXTEEN -> Palette.sixteen(role, background);
            case INDEXED -> Palette.indexed(role, background);
            case TRUE_COLOUR -> Palette.trueColour(role, background);
        };
    }
}
