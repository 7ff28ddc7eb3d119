package dev.fuel.agents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/// The inside of a JSON text.
final class JsonEscapes {
    private static final int LONGEST_CHARACTER = 4;
    private static final String HARMLESS = "nt\"\\/";
    private static final String MEANINGS = "\n\t\"\\/";

    private JsonEscapes() {}

    /// The text, cleaned.
    ///
    /// @param longest in characters; the rest is dropped
    /// @throws JsonReader.Malformed if it has an escape that JSON does not have
    static String text(byte[] bytes, int from, int to, int longest) {
        String harmless = harmless(bytes, from, to, longest);
        return harmless != null
                ? harmless
                : CleanText.of(CleanText.head(decode(bytes, from, to, longest + 1), longest));
    }

    /// The text if it is printable ASCII with line feeds and tabs at most, as most that agents print is.
    private static @Nullable String harmless(byte[] bytes, int from, int to, int longest) {
        var text = new byte[Math.min(to - from, longest)];
        int length = 0;
        int at = from;
        while (at < to && length < text.length) {
            int end = Math.min(ByteScan.plainEnd(bytes, at, to), at + text.length - length);
            System.arraycopy(bytes, at, text, length, end - at);
            length += end - at;
            at = end;
            if (at < to && length < text.length) {
                int meaning = bytes[at] == '\\' ? HARMLESS.indexOf(bytes[at + 1]) : -1;
                if (meaning < 0) {
                    return null;
                }
                text[length++] = (byte) MEANINGS.charAt(meaning);
                at += 2;
            }
        }
        return new String(text, 0, length, ISO_8859_1);
    }

    /// The text as it is.
    ///
    /// @param longest in characters; about so many are decoded at least, if there are as many
    /// @throws JsonReader.Malformed if there is an escape that JSON does not have
    private static String decode(byte[] bytes, int from, int to, int longest) {
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
