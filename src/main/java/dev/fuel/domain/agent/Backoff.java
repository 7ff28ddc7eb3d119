package dev.fuel.domain.agent;

import java.time.Duration;

/// How long an agent rests after failures: the configured base, doubled for each further failure in a row.
public final class Backoff {
    public static final Duration LONGEST = Duration.ofMinutes(8);

    private static final int MOST_DOUBLINGS = 30;

    private Backoff() {}

    /// @param base     `limits.backoff`
    /// @param failures failures in a row, 1 or more
    public static Duration after(Duration base, int failures) {
        if (failures < 1) {
            throw new IllegalArgumentException("failures must be 1 or more, not " + failures);
        }
        Duration rest = base.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return rest.compareTo(LONGEST) > 0 ? LONGEST : rest;
    }
}
