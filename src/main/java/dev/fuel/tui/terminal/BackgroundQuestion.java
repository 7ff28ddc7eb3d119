package dev.fuel.tui.terminal;

import dev.fuel.tui.theme.Background;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Asks the terminal for the colour of its background (OSC 11, as xterm defined it). Behind it stands the question for
/// the terminal's kind (DA1), which every terminal answers, so that one that does not know the first costs no waiting.
final class BackgroundQuestion {
    private static final byte[] QUESTION = "\u001b]11;?\u001b\\\u001b[c".getBytes(StandardCharsets.US_ASCII);
    private static final long LIMIT_MILLIS = 100;

    /// `rgb:` and one to four hex digits for each part, ended by BEL or ST.
    private static final Pattern COLOUR = Pattern.compile(
            "\u001b\\]11;rgba?:(\\p{XDigit}{1,4})/(\\p{XDigit}{1,4})/(\\p{XDigit}{1,4})[^\u0007\u001b]*(\u0007|\u001b\\\\)");

    private static final Pattern KIND = Pattern.compile("\u001b\\[\\?[0-9;]*c");

    private BackgroundQuestion() {}

    /// @param background null if the terminal did not say
    /// @param rest       what else was read, a byte in each sign: keys of a person in a hurry
    record Answer(@Nullable Background background, String rest) {
        static final Answer NONE = new Answer(null, "");
    }

    /// Waits for the answer, at most 100 ms. The terminal must be in raw mode.
    static Answer ask(Tty tty, OutputStream out) throws IOException {
        out.write(QUESTION);
        out.flush();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LIMIT_MILLIS);
        for (long left = LIMIT_MILLIS; left > 0 && !isComplete(read); left = millisUntil(end)) {
            int count = tty.read(buffer, Math.toIntExact(left));
            if (count < 0) {
                break;
            }
            read.write(buffer, 0, count);
        }
        return parse(read.toByteArray());
    }

    private static long millisUntil(long end) {
        return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }

    private static boolean isComplete(ByteArrayOutputStream read) {
        return KIND.matcher(read.toString(StandardCharsets.ISO_8859_1)).find();
    }

    /// Takes the answers out of what was read.
    static Answer parse(byte[] read) {
        String text = new String(read, StandardCharsets.ISO_8859_1);
        Matcher colour = COLOUR.matcher(text);
        Background background = colour.find()
                ? Background.ofColour(share(colour.group(1)), share(colour.group(2)), share(colour.group(3)))
                : null;
        String rest = KIND.matcher(colour.replaceAll("")).replaceAll("");
        return new Answer(background, rest);
    }

    /// One hex digit or four: the share of the most that so many digits can say.
    private static double share(String digits) {
        return Integer.parseInt(digits, 16) / (Math.pow(16, digits.length()) - 1);
    }
}
