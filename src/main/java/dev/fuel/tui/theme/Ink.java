package dev.fuel.tui.theme;

/// What a cell is drawn with: colours and emphasis.
public record Ink(Colour foreground, Colour background, boolean bold, boolean reverse, boolean underline) {
    static Ink plain(Colour foreground) {
        return new Ink(foreground, Colour.DEFAULT, false, false, false);
    }

    static Ink bold(Colour foreground) {
        return new Ink(foreground, Colour.DEFAULT, true, false, false);
    }

    static Ink on(Colour foreground, Colour background) {
        return new Ink(foreground, background, false, false, false);
    }

    Ink with(boolean moreBold, boolean moreReverse, boolean moreUnderline) {
        return new Ink(foreground, background, bold || moreBold, reverse || moreReverse, underline || moreUnderline);
    }
}
