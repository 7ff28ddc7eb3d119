package dev.fuel.tui.canvas;

/// What drawing must know of the terminal: its signs, and whether colour can carry the focus.
public record Look(Glyphs glyphs, boolean colour) {
    public static final Look COLOUR = new Look(Glyphs.UNICODE, true);
    public static final Look MONO = new Look(Glyphs.UNICODE, false);
    public static final Look ASCII_MONO = new Look(Glyphs.ASCII, false);
}
