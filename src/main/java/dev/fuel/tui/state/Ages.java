package dev.fuel.tui.state;

import java.time.Duration;
import java.time.Instant;

/// Spans of time in as few signs as tell the story: `4m`, `2h`, `3d`; for what is running `6m12s`.
public final class Ages {
    private Ages() {}

    /// The age in its largest unit; `0m` within the first minute, and where clocks disagree.
    public static String of(Instant since, Instant now) {
        Duration age = Duration.between(since, now);
        if (age.toDays() > 0) {
            return age.toDays() + "d";
        }
        if (age.toHours() > 0) {
            return age.toHours() + "h";
        }
        return Math.max(0, age.toMinutes()) + "m";
    }

    /// With seconds, as long as those matter.
    public static String running(Duration age) {
        Duration positive = age.isNegative() ? Duration.ZERO : age;
        if (positive.toHours() > 0) {
            return "%dh%02dm".formatted(positive.toHours(), positive.toMinutesPart());
        }
        if (positive.toMinutes() > 0) {
            return "%dm%02ds".formatted(positive.toMinutes(), positive.toSecondsPart());
        }
        return positive.toSeconds() + "s";
    }
}
