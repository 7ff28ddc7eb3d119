package dev.fuel.tui.state;

import java.time.Duration;
import java.time.Instant;

/// A short word in the status line.
///
/// @param count how often it was said in a row
public record Toast(String text, boolean warning, Instant until, int count) {
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofSeconds(6);

    public static final Toast NONE = new Toast("", false, Instant.MIN, 0);

    Toast say(String words, boolean asWarning, Instant now) {
        int times = words.equals(text) && until.isAfter(now) ? count + 1 : 1;
        return new Toast(words, asWarning, now.plus(asWarning ? LONG : SHORT), times);
    }

    /// A warning that is true until then, and no longer.
    Toast warnUntil(String words, Instant end) {
        return new Toast(words, true, end, 1);
    }

    public boolean isVisible(Instant now) {
        return until.isAfter(now);
    }
}
