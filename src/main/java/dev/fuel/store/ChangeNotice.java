package dev.fuel.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Tells listeners of commits. This process's own are signalled directly. Other processes' show as writes to the
/// write-ahead log, which the operating system tells of, and are confirmed by SQLite's data version. Nothing is watched
/// before somebody listens.
///
/// Where Java's watch service has nothing native to stand on (it polls, every few seconds), the data version is asked
/// every 250 ms instead.
final class ChangeNotice implements AutoCloseable {
    private static final long ASK_EVERY_NANOS = 250_000_000;

    private static final long REST_NANOS = 10_000_000;

    /// A commit is written to the log, which is told of, before the index in shared memory shows it, which is not.
    /// Asked at once the version may still be the old one, so it is asked again after these pauses without a write.
    private static final long[] ASK_AGAIN_MILLISECONDS = {10, 100, 500};

    private final Path log;
    private final IntSupplier dataVersion;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Object starting = new Object();
    private @Nullable Thread watcher;
    private @Nullable WatchService watch;
    private volatile boolean closed;

    /// @param dataVersion changes exactly when another process has committed
    ChangeNotice(Path database, IntSupplier dataVersion) {
        this.log = database.resolveSibling(database.getFileName() + "-wal");
        this.dataVersion = dataVersion;
    }

    Store.Subscription subscribe(Runnable listener) {
        listeners.add(listener);
        start();
        return () -> listeners.remove(listener);
    }

    void signal() {
        for (Runnable listener : listeners) {
            listener.run();
        }
    }

    private void start() {
        synchronized (starting) {
            if (watcher != null || closed) {
                return;
            }
            try {
                WatchService service = log.getFileSystem().newWatchService();
                watch = service;
                int known = dataVersion.getAsInt();
                if (isNative(service)) {
                    register(service);
                    watcher = Thread.ofVirtual().name("store-changes").start(() -> follow(service, known));
                } else {
                    watcher = Thread.ofVirtual().name("store-changes").start(() -> ask(known));
                }
            } catch (IOException cause) {
                throw new UncheckedIOException("cannot watch the folder of " + log, cause);
            }
        }
    }

    private void register(WatchService service) throws IOException {
        log.resolveSibling("")
                .register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
    }

    private static boolean isNative(WatchService service) {
        return !service.getClass().getSimpleName().contains("Polling");
    }

    private void follow(WatchService service, int first) {
        int known = first;
        int askedAgain = ASK_AGAIN_MILLISECONDS.length;
        while (!closed) {
            try {
                @Nullable
                WatchKey key = askedAgain < ASK_AGAIN_MILLISECONDS.length
                        ? service.poll(ASK_AGAIN_MILLISECONDS[askedAgain], TimeUnit.MILLISECONDS)
                        : service.take();
                if (key == null) {
                    askedAgain++;
                    known = signalIfChanged(known);
                    continue;
                }
                if (isAboutLog(key)) {
                    known = signalIfChanged(known);
                }
                rest(service, key);
                askedAgain = 0;
                known = signalIfChanged(known);
            } catch (ClosedWatchServiceException | InterruptedException end) {
                return;
            } catch (IOException gone) {
                throw new UncheckedIOException("cannot watch the folder of " + log, gone);
            }
        }
    }

    /// A busy process writes thousands of pages in a second, most of them its own: for a moment nobody is told of them.
    /// Whoever rests has to look afterwards.
    private void rest(WatchService service, WatchKey key) throws IOException {
        key.cancel();
        LockSupport.parkNanos(REST_NANOS);
        register(service);
    }

    private boolean isAboutLog(WatchKey key) {
        return key.pollEvents().stream()
                .anyMatch(event -> StandardWatchEventKinds.OVERFLOW.equals(event.kind())
                        || log.getFileName().equals(event.context()));
    }

    private void ask(int first) {
        int known = first;
        while (!closed && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(ASK_EVERY_NANOS);
            if (!closed) {
                known = signalIfChanged(known);
            }
        }
    }

    private int signalIfChanged(int known) {
        int version = dataVersion.getAsInt();
        if (version != known) {
            signal();
        }
        return version;
    }

    @Override
    public void close() {
        Thread running;
        synchronized (starting) {
            closed = true;
            running = watcher;
            closeWatch();
        }
        if (running != null && !running.equals(Thread.currentThread())) {
            running.interrupt();
            awaitEnd(running);
        }
    }

    private void closeWatch() {
        try {
            if (watch != null) {
                watch.close();
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot stop watching the folder of " + log, cause);
        }
    }

    private static void awaitEnd(Thread running) {
        try {
            running.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
