package dev.fuel.cli;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Times as people say them; exact ones are for JSON.
final class Ages {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Ages() {}

    /// `just now`, `5m ago`, `3h ago`, `2d ago`, or `in 4m`.
    static String of(@Nullable Instant instant, Instant now) {
        if (instant == null) {
            return "–";
        }
        long seconds = Duration.between(instant, now).toSeconds();
        if (seconds < -1) {
            return "in " + largestUnit(-seconds);
        }
        return seconds < 5 ? "just now" : largestUnit(seconds) + " ago";
    }

    /// How old something is: `5m`, `3h`, `2d`.
    static String age(Instant instant, Instant now) {
        return largestUnit(Math.max(0, Duration.between(instant, now).toSeconds()));
    }

    /// `850ms`, `12s`, `4m 10s`, `2h 5m`.
    static String length(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return duration.toMillis() + "ms";
        }
        if (seconds < MINUTE) {
            return seconds + "s";
        }
        return seconds < HOUR
                ? pair(seconds / MINUTE, "m", seconds % MINUTE, "s")
                : pair(seconds / HOUR, "h", seconds % HOUR / MINUTE, "m");
    }

    private static String pair(long large, String largeUnit, long small, String smallUnit) {
        return small == 0 ? large + largeUnit : "%d%s %d%s".formatted(large, largeUnit, small, smallUnit);
    }

    private static String largestUnit(long seconds) {
        if (seconds < MINUTE) {
            return seconds + "s";
        }
        if (seconds < HOUR) {
            return seconds / MINUTE + "m";
        }
        return seconds < 2 * DAY ? seconds / HOUR + "h" : seconds / DAY + "d";
    }
}
