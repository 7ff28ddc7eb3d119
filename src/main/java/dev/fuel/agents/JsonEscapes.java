package dev.fuel.agents;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The inside of a JSON text.
final class JsonEscapes {
    private static final int LONGEST_CHARACTER = 4;
    private static final String HARMLESS = "nt\"\\/";

    private JsonEscapes() {}

    /// Whether the text is printable ASCII with line feeds and tabs at most, as most that agents print is.
    static boolean areHarmless(byte[] bytes, int from, int to) {
        for (int at = ByteScan.plainEnd(bytes, from, to); at < to; at = ByteScan.plainEnd(bytes, at + 2, to)) {
            if (bytes[at] != '\\' || HARMLESS.indexOf(bytes[at + 1]) < 0) {
                return false;
            }
        }
        return true;
    }

    /// @param longest in characters; about so many are decoded at least, if there are as many
    /// @throws JsonReader.Malformed if there is an escape that JSON does not have
    static String decode(byte[] bytes, int from, int to, int longest) {
        var text = new StringBuilder(Math.min(to - from, longest));
        int at = from;
        while (at < to && text.length() < longest) {
            if (bytes[at] == '\\') {
                at = escape(bytes, at + 1, to, text);
                continue;
            }
            int start = at;
            long limit = Math.min(to, start + (long) LONGEST_CHARACTER * longest);
            while (at < limit && bytes[at] != '\\') {
                at = Math.max(at + 1, ByteScan.plainEnd(bytes, at, (int) limit));
            }
            text.append(new String(bytes, start, at - start, UTF_8));
        }
        return text.toString();
    }

    /// @param at behind the backslash
    /// @return behind the escape
    private static int escape(byte[] bytes, int at, int to, StringBuilder text) {
        switch (bytes[at]) {
            case '"', '\\', '/' -> text.append((char) bytes[at]);
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'u' -> {
                text.append(unit(bytes, at + 1, to));
                return at + 5;
            }
            default -> throw new JsonReader.Malformed("unknown escape at " + at);
        }
        return at + 1;
    }

    private static char unit(byte[] bytes, int from, int to) {
        int value = 0;
        for (int at = from; at < from + 4; at++) {
            int digit = at < to ? Character.digit(bytes[at], 16) : -1;
            if (digit < 0) {
                throw new JsonReader.Malformed("no character number at " + from);
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }
}
