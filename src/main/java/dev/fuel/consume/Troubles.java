package dev.fuel.consume;

import dev.fuel.domain.Actor;
import dev.fuel.store.Store;
import dev.fuel.store.StoreUnusable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// What nobody foresaw must neither end the loop in silence nor make it spin: it is written into the audit log, and the
/// loop takes its next turn after a pause that doubles. A consumer that has trouble again and again ends with it.
/// Owned by the consumer's loop.
final class Troubles {
    private static final int MOST_IN_A_ROW = 10;
    private static final int MOST_DOUBLINGS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);
    private static final String OWN_CODE = "dev.fuel.";

    private final Store store;
    private final InstantSource clock;
    private int inARow;
    private Instant last = Instant.EPOCH;
    private Instant calmUntil = Instant.EPOCH;

    Troubles(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// When the next turn may be taken; null if that is now.
    @Nullable
    Instant calmUntil() {
        return clock.instant().isBefore(calmUntil) ? calmUntil : null;
    }

    /// @throws RuntimeException the failure itself, where going on makes no sense
    void note(RuntimeException failure) {
        Instant now = clock.instant();
        inARow = now.isAfter(last.plus(FORGOTTEN_AFTER)) ? 1 : inARow + 1;
        if (failure instanceof StoreUnusable || inARow > MOST_IN_A_ROW) {
            throw failure;
        }
        last = now;
        calmUntil = now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(inARow - 1, MOST_DOUBLINGS)));
        store.change(Actor.CONSUMER, session -> session.events().add("project", "consumer_trouble", words(failure)));
    }

    /// The failure and where in Fuel it arose, in one line.
    private static String words(RuntimeException failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith(OWN_CODE)) {
                return "%s at %s".formatted(failure, frame);
            }
        }
        return failure.toString();
    }
}
