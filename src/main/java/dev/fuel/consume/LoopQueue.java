package dev.fuel.consume;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// What the consumer's loop wakes for: calls of other threads, results of what runs beside it, ends of processes. Any
/// thread may add; the loop's thread carries out.
final class LoopQueue {
    private static final Duration LONGEST_SLEEP = Duration.ofHours(1);

    private final InstantSource clock;
    private final Troubles troubles;
    private final LinkedBlockingQueue<Event> queue = new LinkedBlockingQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile @Nullable Thread loop;

    /// @param isQuiet whether it changes nothing that the loop would have to look at
    private record Event(Runnable act, boolean isQuiet) {}

    LoopQueue(InstantSource clock, Troubles troubles) {
        this.clock = clock;
        this.troubles = troubles;
    }

    /// The calling thread is the loop's from now on.
    void begin() {
        loop = Thread.currentThread();
    }

    /// Has the loop look again at once. What the loop itself commits needs no further look: it looks after each event
    /// anyway.
    void wake() {
        if (Thread.currentThread() != loop && woken.compareAndSet(false, true)) {
            add(() -> woken.set(false));
        }
    }

    void add(Runnable act) {
        queue.add(new Event(act, false));
    }

    /// Something that only begins work beside the loop, the result of which is an event of its own.
    void addQuietly(Runnable act) {
        queue.add(new Event(act, true));
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /// Waits for something to look at, or for that time, and carries out what has come by then.
    ///
    /// @return false if the thread was interrupted
    boolean await(Instant due, InFlight inFlight) {
        try {
            boolean unchanged = true;
            while (unchanged) {
                unchanged = onlyQuietOnes(due) && !inFlight.isEmpty();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean onlyQuietOnes(Instant due) throws InterruptedException {
        Duration sleep = Duration.between(clock.instant(), due);
        sleep = sleep.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : sleep;
        @Nullable Event event = queue.poll(Math.max(1, sleep.toMillis()), TimeUnit.MILLISECONDS);
        boolean only = event != null;
        while (event != null) {
            carryOut(event.act());
            only &= event.isQuiet();
            event = queue.poll();
        }
        return only;
    }

    /// One failure must not end the loop.
    void carryOut(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException failure) {
            troubles.note(failure);
        }
    }
}
