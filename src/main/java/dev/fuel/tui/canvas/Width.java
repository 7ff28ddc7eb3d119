package dev.fuel.tui.canvas;

/// The one function that says how many cells a text takes.
///
/// Text is first brought into {@link Graphemes drawable graphemes}; only what those are counts, so that measuring,
/// cutting and drawing can never disagree.
public final class Width {
    private Width() {}

    /// How many cells the text takes when it is drawn.
    public static int of(String text) {
        int[] total = {0};
        Graphemes.each(text, (grapheme, width) -> {
            total[0] += width;
            return true;
        });
        return total[0];
    }

    /// How many cells the text takes, but no more than so many: what lies beyond is not looked at.
    public static int upTo(int most, String text) {
        int[] total = {0};
        Graphemes.each(text, (grapheme, width) -> {
            total[0] += width;
            return total[0] < most;
        });
        return Math.min(total[0], most);
    }

    /// The text cut to the width, with the mark as its last sign where something was cut.
    public static String fit(String text, int columns, Glyphs glyphs) {
        if (columns <= 0) {
            return "";
        }
        StringBuilder whole = new StringBuilder();
        StringBuilder cut = new StringBuilder();
        int[] used = {0};
        boolean[] fits = {true};
        Graphemes.each(text, (grapheme, width) -> {
            if (used[0] + width > columns) {
                fits[0] = false;
                return false;
            }
            whole.append(grapheme);
            used[0] += width;
            if (used[0] < columns) {
                cut.append(grapheme);
            }
            return true;
        });
        return fits[0] ? whole.toString() : cut + Glyph.ELLIPSIS.in(glyphs);
    }

    /// The width of one code point: 0 for marks and format characters, 2 for wide ones, else 1.
    static int of(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        if (EastAsianWidth.isWide(codePoint)) {
            return 2;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> codePoint >= 0x1160 && codePoint <= 0x11FF ? 0 : 1;
        };
    }
}
