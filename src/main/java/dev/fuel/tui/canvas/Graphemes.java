package dev.fuel.tui.canvas;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;

/// Cuts any text into graphemes whose width every terminal agrees on.
///
/// Text from outside may hold anything. Composed forms are made first (NFC). What terminals disagree on is replaced:
/// an emoji sequence (joiners, skin tones, variation selectors, keycaps) by its base, a flag by its letters,
/// private-use and control characters by `?`; marks without a base are dropped.
public final class Graphemes {
    private static final int LONGEST_MARKS = 3;
    private static final String[] SINGLE = new String[0x3000];

    static {
        for (int character = 0; character < SINGLE.length; character++) {
            SINGLE[character] = String.valueOf((char) character);
        }
    }

    /// Takes graphemes one by one.
    @FunctionalInterface
    public interface Sink {
        /// @param width 1 or 2 cells
        /// @return whether to go on
        boolean take(String grapheme, int width);
    }

    private Graphemes() {}

    /// Hands the drawable graphemes of the text to the sink, in order, until it refuses.
    public static void each(String text, Sink sink) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (!isPlain(character)) {
                eachOfAny(text, index == 0 ? 0 : index - 1, sink);
                return;
            }
            // The next character may be a mark that belongs to this one; leave both to the slow way then.
            boolean last = index + 1 == text.length() || isPlain(text.charAt(index + 1));
            if (last && !sink.take(single(character), EastAsianWidth.isWide(character) ? 2 : 1)) {
                return;
            }
        }
    }

    /// A character that is a grapheme by itself whatever stands beside it, as long as that is plain too.
    private static boolean isPlain(char character) {
        return (character >= 0x20 && character < 0x7F)
                || (character > 0xA0 && character < 0x300 && character != 0xAD)
                || (character >= 0x2010 && character <= 0x2027)
                || (character >= 0x2190 && character <= 0x28FF)
                || (character >= 0x3041 && character <= 0x3096)
                || (character >= 0x30A1 && character <= 0x30FA)
                || (character >= 0x4E00 && character <= 0x9FFF);
    }

    private static String single(char character) {
        return character < SINGLE.length ? SINGLE[character] : String.valueOf(character);
    }

    private static void eachOfAny(String text, int from, Sink sink) {
        String composed = Normalizer.normalize(text.substring(from), Normalizer.Form.NFC);
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(composed);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (!takeCluster(composed.substring(start, end), sink)) {
                return;
            }
            start = end;
        }
    }

    private static boolean takeCluster(String cluster, Sink sink) {
        int base = cluster.codePointAt(0);
        if (isFlagLetter(base)) {
            return cluster.codePoints()
                    .filter(Graphemes::isFlagLetter)
                    .allMatch(letter -> sink.take(single((char) ('A' + letter - 0x1F1E6)), 1));
        }
        int width = Width.of(base);
        if (width == 0) {
            return true;
        }
        if (!isDrawable(base)) {
            return sink.take("?", 1);
        }
        if (cluster.length() == Character.charCount(base)) {
            return sink.take(cluster, width);
        }
        boolean sure = cluster.codePoints().skip(1).limit(LONGEST_MARKS + 1L).allMatch(Graphemes::isQuietMark)
                && cluster.codePointCount(0, cluster.length()) <= LONGEST_MARKS + 1;
        return sink.take(sure ? cluster : Character.toString(base), width);
    }

    private static boolean isFlagLetter(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }

    private static boolean isDrawable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /// A mark that changes the sign but never its width.
    private static boolean isQuietMark(int codePoint) {
        boolean variation = codePoint >= 0xFE00 && codePoint <= 0xFE0F;
        return !variation && Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }
}
