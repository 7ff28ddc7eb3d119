package dev.fuel.cli;

/// Text from anywhere made harmless for a terminal, and its width in cells.
final class Printable {
    private Printable() {}

    /// One line: line ends and tabs become spaces, other controls and the marks that turn the writing direction
    /// become U+FFFD.
    static String line(String text) {
        return text.codePoints().allMatch(Printable::isHarmless) ? text : clean(text, false);
    }

    /// As {@link #line}, but line ends and tabs stay.
    static String block(String text) {
        return clean(text, true);
    }

    private static String clean(String text, boolean keepsLines) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\n' || point == '\t') {
                clean.append(keepsLines ? (char) point : ' ');
            } else if (isHarmless(point)) {
                clean.appendCodePoint(point);
            } else if (point != '\r') {
                clean.append('\ufffd');
            }
        });
        return clean.toString();
    }

    private static boolean isHarmless(int point) {
        boolean control = point < 0x20 || (point >= 0x7f && point < 0xa0);
        boolean turns = (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
        boolean half = point >= 0xd800 && point <= 0xdfff;
        return !control && !turns && !half;
    }

    static int width(String text) {
        return text.codePoints().map(Printable::cells).sum();
    }

    /// As much of the beginning as fits, with an ellipsis where something was left out.
    static String fit(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        var kept = new StringBuilder();
        int used = 1;
        for (int point : text.codePoints().toArray()) {
            used += cells(point);
            if (used > width) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept.append('…').toString();
    }

    private static int cells(int point) {
        if (point < 0x300) {
            return 1;
        }
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    /// The blocks of East Asian Width W and F, and the emoji (Unicode 16, UAX #11).
    private static boolean isWide(int point) {
        return (point >= 0x1100 && point <= 0x115f)
                || (point >= 0x2e80 && point <= 0xa4cf && point != 0x303f)
                || (point >= 0xac00 && point <= 0xd7a3)
                || (point >= 0xf900 && point <= 0xfaff)
                || (point >= 0xfe30 && point <= 0xfe6f)
                || (point >= 0xff00 && point <= 0xff60)
                || (point >= 0xffe0 && point <= 0xffe6)
                || (point >= 0x1f300 && point <= 0x1f64f)
                || (point >= 0x1f680 && point <= 0x1f6ff)
                || (point >= 0x1f900 && point <= 0x1f9ff)
                || (point >= 0x20000 && point <= 0x3fffd);
    }
}
