package dev.fuel.app;

import dev.fuel.domain.Event;
import dev.fuel.store.Store;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The audit log.
public final class EventQueries {
    private static final int BATCH = 1_000;

    private final Store store;

    public EventQueries(Store store) {
        this.store = store;
    }

    /// The latest, oldest first.
    ///
    /// @param entityId only what is about it
    public List<Event> latest(@Nullable String entityId, int limit) {
        return store.read(session -> entityId == null
                        ? session.events().latest(limit)
                        : session.events().of(entityId, limit))
                .reversed();
    }

    /// The number of the latest; 0 if there is none.
    public long lastSeq() {
        return store.read(session -> session.events().lastSeq());
    }

    /// Hands over each event after the one with this number as it is committed, by any process, on the calling
    /// thread. Goes on until the thread is interrupted.
    public void follow(long seq, Consumer<Event> listener) {
        Semaphore changes = new Semaphore(1);
        long seen = seq;
        Store.Subscription subscription = store.onChange(changes::release);
        try {
            while (true) {
                changes.acquire();
                changes.drainPermits();
                seen = tell(seen, listener);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            subscription.close();
        }
    }

    private long tell(long seq, Consumer<Event> listener) {
        long seen = seq;
        List<Event> events;
        do {
            long after = seen;
            events = store.read(session -> session.events().since(after, BATCH));
            events.forEach(listener);
            seen = events.isEmpty() ? seen : events.getLast().seq();
        } while (events.size() == BATCH);
        return seen;
    }
}
