package dev.fuel.agents;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Makes foreign text safe to show: no control characters but line feed and tab, no escape sequences, nothing that
/// reverses the direction of writing. The log file keeps the bytes as they were.
public final class CleanText {
    private static final char ESCAPE = '\u001b';
    private static final char BELL = '\u0007';
    private static final char STRING_TERMINATOR = '\u009c';
    /// An unterminated control string swallows no more than this.
    private static final int LONGEST_CONTROL_STRING = 4096;

    private CleanText() {}

    /// The text without what a terminal would obey. A carriage return counts as a line's end.
    public static String of(CharSequence text) {
        int length = text.length();
        int at = 0;
        while (at < length && isPlain(text.charAt(at))) {
            at++;
        }
        if (at == length) {
            return text.toString();
        }
        StringBuilder clean = new StringBuilder(length).append(text, 0, at);
        while (at < length) {
            char letter = text.charAt(at);
            if (isPlain(letter)) {
                clean.append(letter);
                at++;
            } else if (letter == ESCAPE) {
                at = afterEscape(text, at);
            } else if (letter == '\u009b') {
                at = afterParameters(text, at + 1);
            } else if (opensString(letter)) {
                at = afterString(text, at + 1);
            } else {
                if (letter == '\r' && !(at + 1 < length && text.charAt(at + 1) == '\n')) {
                    clean.append('\n');
                }
                at++;
            }
        }
        return clean.toString();
    }

    /// Bytes as clean text; what is no UTF-8 becomes a replacement character.
    public static String of(byte[] bytes, int from, int to) {
        return of(new String(bytes, from, to - from, UTF_8));
    }

    /// As one line of at most the given length: line ends and tabs become spaces, `…` marks what is missing.
    public static String oneLine(CharSequence text, int longest) {
        return flat(of(text.length() > 4 * longest ? head(text, 4 * longest) : text), longest);
    }

    /// The same of text that is clean.
    public static String flat(String clean, int longest) {
        String line = clean.replace('\n', ' ').replace('\t', ' ').strip();
        return line.length() > longest ? head(line, longest - 1) + "…" : line;
    }

    /// The beginning, never half a character.
    static String head(CharSequence text, int longest) {
        int end = Math.min(longest, text.length());
        boolean splits = end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.subSequence(0, splits ? end - 1 : end).toString();
    }

    /// The end, never half a character.
    static String tail(String text, int longest) {
        int start = Math.max(0, text.length() - longest);
        boolean splits = start > 0 && Character.isLowSurrogate(text.charAt(start));
        return text.substring(splits ? start + 1 : start);
    }

    private static boolean isPlain(char letter) {
        if (letter < ' ') {
            return letter == '\n' || letter == '\t';
        }
        return letter < '\u007f' || (letter > '\u009f' && !turnsDirection(letter));
    }

    private static boolean turnsDirection(char letter) {
        return (letter >= '\u202a' && letter <= '\u202e') || (letter >= '\u2066' && letter <= '\u2069');
    }

    /// DCS, SOS, OSC, PM and APC in their one-character forms.
    private static boolean opensString(char letter) {
        return letter == '\u0090' || letter == '\u0098' || (letter >= '\u009d' && letter <= '\u009f');
    }

    private static int afterEscape(CharSequence text, int at) {
        int next = at + 1;
        if (next >= text.length()) {
            return next;
        }
        return switch (text.charAt(next)) {
            case '[' -> afterParameters(text, next + 1);
            case ']', 'P', 'X', '^', '_' -> afterString(text, next + 1);
            default -> afterIntermediates(text, next);
        };
    }

    /// ECMA-48 control sequence: parameters and intermediates 0x20–0x3F, then one final 0x40–0x7E.
    private static int afterParameters(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) <= '?') {
            at++;
        }
        boolean isFinal = at < text.length() && text.charAt(at) >= '@' && text.charAt(at) <= '~';
        return isFinal ? at + 1 : at;
    }

    /// Other escape sequences: intermediates 0x20–0x2F, then one final 0x30–0x7E.
    private static int afterIntermediates(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) <= '/') {
            at++;
        }
        boolean isFinal = at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '~';
        return isFinal ? at + 1 : at;
    }

    /// A control string up to its terminator; of one that has none only the introducer goes.
    private static int afterString(CharSequence text, int from) {
        int end = Math.min(text.length(), from + LONGEST_CONTROL_STRING);
        for (int at = from; at < end; at++) {
            char letter = text.charAt(at);
            if (letter == BELL || letter == STRING_TERMINATOR) {
                return at + 1;
            }
            if (letter == ESCAPE) {
                boolean terminated = at + 1 < text.length() && text.charAt(at + 1) == '\\';
                return terminated ? at + 2 : at;
            }
            if (letter == '\n') {
                return from;
            }
        }
        return from;
    }
}
