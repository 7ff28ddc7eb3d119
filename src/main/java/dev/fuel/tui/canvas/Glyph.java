package dev.fuel.tui.canvas;

/// Every sign of our own drawing. The Unicode ones are of East Asian Width *Neutral* (one cell everywhere) except box
/// lines and the ellipsis; where those take two cells, the ASCII set is for.
public enum Glyph {
    BLOCKED("⊘", "#"),
    READY("◦", "o"),
    RUNNING("▸", ">"),
    REVIEW("◉", "@"),
    NEEDS("!", "!"),
    OVERLAP("⚠", "!"),
    DONE("✓", "v"),
    FAILED("✗", "x"),
    PAUSED("=", "="),
    LATER("z", "z"),
    LIVE("*", "*"),
    FOLDED("▸", ">"),
    OPEN("▾", "v"),
    SELECTED(">", ">"),
    ELLIPSIS("…", "~"),
    UP("↑", "^"),
    DOWN("↓", "v"),
    HORIZONTAL("─", "-"),
    VERTICAL("│", "|"),
    TOP_LEFT("┌", "+"),
    TOP_RIGHT("┐", "+"),
    BOTTOM_LEFT("└", "+"),
    BOTTOM_RIGHT("┘", "+"),
    DOUBLE_HORIZONTAL("═", "="),
    DOUBLE_VERTICAL("║", "#"),
    DOUBLE_TOP_LEFT("╔", "#"),
    DOUBLE_TOP_RIGHT("╗", "#"),
    DOUBLE_BOTTOM_LEFT("╚", "#"),
    DOUBLE_BOTTOM_RIGHT("╝", "#");

    private final String unicode;
    private final String ascii;

    Glyph(String unicode, String ascii) {
        this.unicode = unicode;
        this.ascii = ascii;
    }

    String in(Glyphs glyphs) {
        return switch (glyphs) {
            case UNICODE -> unicode;
            case ASCII -> ascii;
        };
    }
}
