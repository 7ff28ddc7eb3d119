package dev.fuel.agents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;

/// Reads one JSON value of UTF-8 bytes, token by token (RFC 8259). It builds nothing that is not asked for: a text is
/// decoded when it is taken, and what is skipped is only searched for its end, which is what makes it fast. Bytes that
/// are no UTF-8 become replacement characters; control characters within texts are let through.
///
/// A reader may be used for one value after the other. Owned by one thread.
public final class JsonReader {
    /// Of containers that are gone into; what is skipped may be deeper.
    private static final int DEEPEST = Long.SIZE;

    /// In characters; no word that means something is as long.
    private static final int LONGEST_KEYWORD = 1000;

    /// That fit into a `long` in any case.
    private static final int MOST_DIGITS = 18;

    private final JsonNames names = new JsonNames();
    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private int depth;
    /// A bit for each open container, the innermost lowest: set for an object.
    private long objects;
    private @Nullable JsonToken token;
    private int valueStart;
    private int valueEnd;
    private boolean plain;

    /// The text is no JSON, or ends too early.
    public static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            // Half a line is nothing unusual: no stack trace, which would cost more than the reading.
            super(message, null, false, false);
        }
    }

    /// Begins with the next value. The bytes must not change while it is read.
    ///
    /// @return this reader
    public JsonReader of(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
        this.depth = 0;
        this.token = null;
        return this;
    }

    /// Null before the first token and after the last.
    public @Nullable JsonToken currentToken() {
        return token;
    }

    /// @return null after the end of the value
    /// @throws Malformed if this is no JSON
    public @Nullable JsonToken nextToken() {
        if (token == JsonToken.NAME) {
            expect(':');
            token = value(afterSpace());
        } else if (depth > 0) {
            token = inContainer();
        } else {
            token = token == null ? value(afterSpace()) : null;
        }
        return token;
    }

    /// The name of the object's next field; null at its end, or if something else follows.
    ///
    /// @throws Malformed if this is no JSON
    public @Nullable String nextName() {
        return nextToken() == JsonToken.NAME ? keyword() : null;
    }

    /// Goes to the end of the object or array that has just begun; other tokens are whole already.
    ///
    /// @throws Malformed if it has no end
    public void skipChildren() {
        if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
            return;
        }
        int open = 1;
        while (open > 0) {
            byte letter = letter();
            at++;
            switch (letter) {
                case '"' -> skipText();
                case '{', '[' -> open++;
                case '}', ']' -> open--;
                default -> {}
            }
        }
        close();
    }

    /// The current text or name, cleaned.
    ///
    /// @param longest in characters; the rest is dropped
    /// @throws Malformed if it has an escape that there is not
    String text(int longest) {
        if (plain) {
            int length = Math.min(longest, valueEnd - valueStart);
            return new String(bytes, valueStart, length, ISO_8859_1);
        }
        return JsonEscapes.text(bytes, valueStart, valueEnd, longest);
    }

    /// The current name, or a text that is one of a few which come again and again: made once, and cleaned.
    String keyword() {
        boolean isShort = valueEnd - valueStart <= JsonNames.LONGEST;
        return plain && isShort ? names.of(bytes, valueStart, valueEnd) : text(LONGEST_KEYWORD);
    }

    /// The current number.
    double number() {
        String digits = new String(bytes, valueStart, valueEnd - valueStart, ISO_8859_1);
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            throw new Malformed("no number: " + digits);
        }
    }

    /// The current number without what is behind its point.
    long wholeNumber() {
        if (valueEnd - valueStart > MOST_DIGITS) {
            return (long) number();
        }
        long number = 0;
        for (int i = valueStart; i < valueEnd; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return (long) number();
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private JsonToken inContainer() {
        boolean isObject = (objects & 1) != 0;
        boolean isFirst = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
        byte letter = afterSpace();
        if (letter == (isObject ? '}' : ']')) {
            at++;
            return close();
        }
        if (!isFirst) {
            expect(',');
            letter = afterSpace();
        }
        if (!isObject) {
            return value(letter);
        }
        expect('"');
        readText();
        return JsonToken.NAME;
    }

    private JsonToken close() {
        JsonToken closed = (objects & 1) != 0 ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
        token = closed;
        objects >>>= 1;
        depth--;
        return closed;
    }

    private JsonToken open(boolean isObject) {
        if (depth == DEEPEST) {
            throw new Malformed("too deep");
        }
        at++;
        depth++;
        objects = objects << 1 | (isObject ? 1 : 0);
        return isObject ? JsonToken.START_OBJECT : JsonToken.START_ARRAY;
    }

    private JsonToken value(byte letter) {
        return switch (letter) {
            case '{' -> open(true);
            case '[' -> open(false);
            case '"' -> {
                at++;
                readText();
                yield JsonToken.TEXT;
            }
            case 't' -> literal("true", JsonToken.TRUE);
            case 'f' -> literal("false", JsonToken.FALSE);
            case 'n' -> literal("null", JsonToken.NULL);
            default -> {
                readNumber();
                yield JsonToken.NUMBER;
            }
        };
    }

    private JsonToken literal(String word, JsonToken meaning) {
        for (int i = 0; i < word.length(); i++) {
            if (letter() != word.charAt(i)) {
                throw missing(word.charAt(i));
            }
            at++;
        }
        return meaning;
    }

    private void readNumber() {
        valueStart = at;
        while (at < end && isOfNumber(bytes[at])) {
            at++;
        }
        valueEnd = at;
        if (valueStart == valueEnd) {
            throw new Malformed("no value at " + at);
        }
    }

    private static boolean isOfNumber(byte letter) {
        return switch (letter) {
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '+', '.', 'e', 'E' -> true;
            default -> false;
        };
    }

    /// From behind the opening quote to behind the closing one.
    private void readText() {
        valueStart = at;
        at = ByteScan.plainEnd(bytes, at, end);
        plain = letter() == '"';
        if (plain) {
            valueEnd = at++;
        } else {
            skipText();
            valueEnd = at - 1;
        }
    }

    private void skipText() {
        while (true) {
            at = ByteScan.plainEnd(bytes, at, end);
            byte letter = letter();
            at++;
            if (letter == '"') {
                return;
            }
            if (letter == '\\') {
                letter();
                at++;
            }
        }
    }

    private byte afterSpace() {
        while (true) {
            byte letter = letter();
            if (letter > ' ' || !isSpace(letter)) {
                return letter;
            }
            at++;
        }
    }

    private static boolean isSpace(byte letter) {
        return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
    }

    private void expect(char wanted) {
        if (afterSpace() != wanted) {
            throw missing(wanted);
        }
        at++;
    }

    private Malformed missing(char wanted) {
        return new Malformed("no %s at %d".formatted(wanted, at));
    }

    private byte letter() {
        if (at >= end) {
            throw new Malformed("ends too early");
        }
        return bytes[at];
    }
}
