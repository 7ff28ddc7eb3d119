package dev.fuel.tui.theme;

import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The ink of each role on one terminal.
public final class Theme {
    private final ColourDepth depth;
    private final Map<Role, Ink> inks = new EnumMap<>(Role.class);

    private Theme(ColourDepth depth) {
        this.depth = depth;
    }

    public static Theme of(ColourDepth depth, Background background) {
        return of(depth, background, Variant.STANDARD);
    }

    public static Theme of(ColourDepth depth, Background background, Variant variant) {
        Theme theme = new Theme(depth);
        for (Role role : Role.values()) {
            theme.inks.put(role, ink(role, depth, background, variant));
        }
        return theme;
    }

    /// For whom the colours are chosen.
    public enum Variant {
        STANDARD,
        /// Red and green are not told apart (deuteranopia, protanopia).
        COLOUR_BLIND,
        /// The terminal's own sixteen colours, bold.
        CONTRAST
    }

    /// What is known of the theme before the terminal is asked.
    ///
    /// @param background null if the terminal is to be asked for it
    /// @param otherwise  where it does not answer
    public record Choice(ColourDepth depth, @Nullable Background background, Background otherwise, Variant variant) {
        /// A theme that asks nothing.
        public static Choice of(ColourDepth depth, Background background) {
            return new Choice(depth, background, background, Variant.STANDARD);
        }

        /// Whether the terminal's answer would change anything.
        public boolean asks() {
            return background == null && depth != ColourDepth.MONO;
        }

        /// @param answer null if there is none
        public Theme on(@Nullable Background answer) {
            Background told = background == null ? answer : background;
            return Theme.of(depth, told == null ? otherwise : told, variant);
        }
    }

    public ColourDepth depth() {
        return depth;
    }

    public Ink ink(Style style) {
        return inks.getOrDefault(style.role(), Ink.plain(Colour.DEFAULT))
                .with(style.bold(), style.reverse(), style.underline());
    }

    private static Ink ink(Role role, ColourDepth depth, Background background, Variant variant) {
        if (depth == ColourDepth.MONO) {
            return Palette.mono(role);
        }
        return switch (variant) {
            case STANDARD -> standard(role, depth, background);
            case COLOUR_BLIND ->
                ColourBlindPalette.ink(role, depth, background).orElseGet(() -> standard(role, depth, background));
            case CONTRAST -> Palette.sixteen(role, background).with(true, false, false);
        };
    }

    private static Ink standard(Role role, ColourDepth depth, Background background) {
        return switch (depth) {
            case MONO -> Palette.mono(role);
            case SIXTEEN -> Palette.sixteen(role, background);
            case INDEXED -> Palette.indexed(role, background);
            case TRUE_COLOUR -> Palette.trueColour(role, background);
        };
    }
}
