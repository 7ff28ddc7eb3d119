package dev.fuel.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/// How long a locked database is waited for, and how: SQLite waits by itself first; what it gives up is tried again
/// after a random pause, so that waiting processes do not march in step.
final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    private final RandomGenerator random;

    Patience(RandomGenerator random) {
        this.random = random;
    }

    /// Something that SQLite may refuse because another connection is at work.
    interface Attempt<T> {
        T make() throws SQLException;
    }

    <T> T retryWhileBusy(Attempt<T> attempt) throws SQLException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                return attempt.make();
            } catch (SQLException | RuntimeException failure) {
                if (!SqliteFailure.isBusy(failure) || System.nanoTime() - end > 0) {
                    throw failure;
                }
                LockSupport.parkNanos(1 + random.nextLong(LONGEST_PAUSE.toNanos()));
            }
        }
    }
}
