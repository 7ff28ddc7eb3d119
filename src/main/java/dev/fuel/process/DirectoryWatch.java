package dev.fuel.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Tells of changes in folders, for any number of listeners, with one thread and one watch of the operating system's.
///
/// Thread-safe. Listeners are called on the watch's thread and must return soon; a change may be told of more than
/// once, and what changed before [#watch] returned is not told of: look at the folder afterwards.
public final class DirectoryWatch implements AutoCloseable {
    private static final WatchEvent.Kind<?>[] KINDS = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY
    };

    private final WatchService service;
    private final Map<Path, Watched> watched = new HashMap<>();

    private record Watched(WatchKey key, List<Runnable> listeners) {}

    /// Ends one listening.
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /// @throws UncheckedIOException if the operating system gives no more watches
    public DirectoryWatch() {
        try {
            service = FileSystems.getDefault().newWatchService();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot watch folders", e);
        }
        Thread.ofVirtual().name("directory-watch").start(this::listen);
    }

    /// Calls the listener after each change of the folder's files.
    ///
    /// @throws UncheckedIOException if there is no such folder or the operating system gives no more watches
    public synchronized Registration watch(Path folder, Runnable listener) {
        Watched entry = watched.computeIfAbsent(folder, this::register);
        entry.listeners().add(listener);
        return () -> remove(folder, entry, listener);
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot end the watch on folders", e);
        }
    }

    private Watched register(Path folder) {
        try {
            return new Watched(folder.register(service, KINDS), new CopyOnWriteArrayList<>());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot watch " + folder, e);
        }
    }

    private synchronized void remove(Path folder, Watched entry, Runnable listener) {
        entry.listeners().remove(listener);
        if (entry.listeners().isEmpty() && watched.remove(folder, entry)) {
            entry.key().cancel();
        }
    }

    private void listen() {
        try {
            while (true) {
                WatchKey key = service.take();
                key.pollEvents();
                Watched entry = key.reset() ? entry(key) : forget(key);
                if (entry != null) {
                    entry.listeners().forEach(Runnable::run);
                }
            }
        } catch (ClosedWatchServiceException e) {
            // Closing the service is how the watch is ended.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The folder was removed: the listeners are told for the last time.
    private synchronized @Nullable Watched forget(WatchKey key) {
        return key.watchable() instanceof Path folder ? watched.remove(folder) : null;
    }

    private synchronized @Nullable Watched entry(WatchKey key) {
        return key.watchable() instanceof Path folder ? watched.get(folder) : null;
    }
}
