package dev.fuel.exchange;

import dev.fuel.domain.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The lines of a text that somebody else wrote, one after the other: in UTF-8, and of bounded length. Used by one
/// thread.
public final class TextLines {
    /// The code of the refusal of a single line: the next one may be read.
    public static final String BROKEN = "broken_line";

    /// More than the longest description in its longest form.
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final int BUFFER_BYTES = 16 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int begin;
    private int end;
    private long number;
    private boolean ended;

    public TextLines(InputStream in) {
        this.in = in;
    }

    /// @param number counted from 1
    public record Line(long number, String text) {
        /// What is wrong with the line.
        public Refusal broken(String problem) {
            return TextLines.broken(number, problem);
        }
    }

    /// The next line that is not blank; empty at the end.
    ///
    /// @throws Refusal if it is no text, too long, or cannot be read
    public Optional<Line> next() {
        while (!ended) {
            String text = read();
            if (!text.isBlank()) {
                return Optional.of(new Line(number, text));
            }
        }
        return Optional.empty();
    }

    private String read() {
        number++;
        var line = new ByteArrayOutputStream();
        try {
            while (!ended && !takeUpToEndOfLine(line)) {
                begin = 0;
                end = in.read(buffer);
                ended = end < 0;
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw broken(number, "not a text in UTF-8");
        } catch (IOException cause) {
            throw new Refusal("unreadable", "the input cannot be read: " + cause.getMessage());
        }
    }

    /// Takes what is in the buffer of the line.
    ///
    /// @return whether that was its end
    private boolean takeUpToEndOfLine(ByteArrayOutputStream line) {
        int at = begin;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        if (line.size() + at - begin > MOST_BYTES) {
            throw broken(number, "longer than 32 MiB");
        }
        line.write(buffer, begin, at - begin);
        boolean found = at < end;
        begin = found ? at + 1 : at;
        return found;
    }

    private static Refusal broken(long number, String problem) {
        return new Refusal(BROKEN, "line %d: %s".formatted(number, problem));
    }
}
