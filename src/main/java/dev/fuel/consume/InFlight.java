package dev.fuel.consume;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Slow work (git, reading logs, starting processes) that runs beside the loop and reports back to it.
///
/// Nothing is remembered here that is not in the database: the keys only keep the loop from starting the same work
/// twice while it is under way. Owned by the loop's thread; jobs run on virtual threads and their results come back
/// through the loop's queue.
final class InFlight {
    private final Consumer<Runnable> loop;
    private final Set<String> keys = new HashSet<>();

    /// @param loop takes what is to run on the loop's thread
    InFlight(Consumer<Runnable> loop) {
        this.loop = loop;
    }

    boolean contains(String key) {
        return keys.contains(key);
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /// Starts the job unless one with this key is under way.
    ///
    /// @param then   given the result, on the loop's thread
    /// @param failed given what the job threw, on the loop's thread
    <T> void start(String key, Supplier<T> job, Consumer<T> then, Consumer<RuntimeException> failed) {
        if (!keys.add(key)) {
            return;
        }
        Thread.ofVirtual().name(key).start(() -> {
            Runnable report;
            try {
                T result = job.get();
                report = () -> then.accept(result);
            } catch (RuntimeException e) {
                report = () -> failed.accept(e);
            } catch (Error e) {
                // Without a report the loop would wait for ever.
                report = () -> failed.accept(new IllegalStateException(e.toString(), e));
            }
            Runnable onLoop = report;
            loop.accept(() -> {
                keys.remove(key);
                onLoop.run();
            });
        });
    }
}
