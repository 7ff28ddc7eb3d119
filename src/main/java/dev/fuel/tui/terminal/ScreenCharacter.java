package dev.fuel.tui.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import dev.fuel.tui.theme.Colour;
import dev.fuel.tui.theme.Ink;
import java.util.EnumSet;

/// A cell for Lanterna whose width is what our canvas says. Lanterna 3.1.5 takes every grapheme of more than one
/// character for wide, and every wide sign outside the CJK blocks for narrow.
final class ScreenCharacter extends TextCharacter {
    private static final long serialVersionUID = 1L;

    private static final TextColor[] NAMED = {
        TextColor.ANSI.BLACK,
        TextColor.ANSI.RED,
        TextColor.ANSI.GREEN,
        TextColor.ANSI.YELLOW,
        TextColor.ANSI.BLUE,
        TextColor.ANSI.MAGENTA,
        TextColor.ANSI.CYAN,
        TextColor.ANSI.WHITE,
        TextColor.ANSI.BLACK_BRIGHT,
        TextColor.ANSI.RED_BRIGHT,
        TextColor.ANSI.GREEN_BRIGHT,
        TextColor.ANSI.YELLOW_BRIGHT,
        TextColor.ANSI.BLUE_BRIGHT,
        TextColor.ANSI.MAGENTA_BRIGHT,
        TextColor.ANSI.CYAN_BRIGHT,
        TextColor.ANSI.WHITE_BRIGHT,
    };

    private final boolean wide;

    // The only constructor open to subclasses is the deprecated copying one; 3.1.5 offers no other.
    @SuppressWarnings("deprecation")
    ScreenCharacter(String grapheme, boolean wide, Ink ink) {
        this.wide = wide;
        super(fromString(grapheme, colour(ink.foreground()), colour(ink.background()), modifiers(ink))[0]);
    }

    @Override
    public boolean isDoubleWidth() {
        return wide;
    }

    // Two cells with the same grapheme have the same width: the superclass compares all there is.
    @Override
    public boolean equals(Object other) {
        return this == other || super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    private static TextColor colour(Colour colour) {
        return switch (colour) {
            case Colour.Default _ -> TextColor.ANSI.DEFAULT;
            case Colour.Named(int index) -> NAMED[index];
            case Colour.Indexed(int index) -> new TextColor.Indexed(index);
            case Colour.Rgb(int red, int green, int blue) -> new TextColor.RGB(red, green, blue);
        };
    }

    private static EnumSet<SGR> modifiers(Ink ink) {
        EnumSet<SGR> modifiers = EnumSet.noneOf(SGR.class);
        if (ink.bold()) {
            modifiers.add(SGR.BOLD);
        }
        if (ink.reverse()) {
            modifiers.add(SGR.REVERSE);
        }
        if (ink.underline()) {
            modifiers.add(SGR.UNDERLINE);
        }
        return modifiers;
    }
}
