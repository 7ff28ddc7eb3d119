package dev.fuel.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The configuration of a program that runs for long: an edit is taken up at once, a broken one changes nothing but is
/// told. Safe for any thread.
///
/// The folder is watched, not the file, since editors save by rename. A save may be several writes: the file is read
/// when the folder has been quiet for a moment, and only a reading that differs from the last one is told.
public final class ConfigFile implements AutoCloseable {
    private static final long QUIET_MILLISECONDS = 60;
    private static final long REST_NANOS = 10_000_000;

    private final Path file;
    private final String name;
    private volatile ConfigReading.Usable good;
    private volatile ConfigReading last;
    private volatile @Nullable WatchService watch;
    /// The file when it was last read; used by the watching thread alone.
    private String read = "";

    private ConfigFile(Path file, String name, ConfigReading.Usable good) {
        this.file = file;
        this.name = name;
        this.good = good;
        this.last = good;
    }

    /// @param name what problems call the file
    /// @throws UnusableConfigException if it cannot be used as it is now
    public static ConfigFile open(Path file, String name) {
        return new ConfigFile(file, name, ConfigReader.read(file, name).require());
    }

    /// The last one that could be used.
    public FuelConfig current() {
        return good.config();
    }

    /// Why the file as it is now is not the {@link #current} one; empty if it is.
    public List<ConfigProblem> problems() {
        return switch (last) {
            case ConfigReading.Usable _ -> List.of();
            case ConfigReading.Unusable unusable -> unusable.problems();
        };
    }

    /// Watches until {@link #close}.
    ///
    /// @param listener told of each reading that differs from the one before, on a thread of this object
    /// @throws UncheckedIOException if the folder cannot be watched
    public synchronized void watch(Consumer<ConfigReading> listener) {
        if (watch != null) {
            throw new IllegalStateException("watched already: " + file);
        }
        try {
            WatchService service = file.getFileSystem().newWatchService();
            register(service);
            watch = service;
            Thread.ofVirtual().name("config-watch").start(() -> follow(service, listener));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot watch for " + file, e);
        }
    }

    private void register(WatchService service) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file stands in a folder");
        try {
            folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot watch " + folder, e);
        }
    }

    /// Has no limit on its waiting, so that nothing wakes up while nothing happens; closing the service ends it.
    private void follow(WatchService service, Consumer<ConfigReading> listener) {
        try {
            // An edit between the first reading and the registration sends no event.
            tell(settled(service), listener);
            while (true) {
                if (concernsFile(service, service.take())) {
                    tell(settled(service), listener);
                }
            }
        } catch (ClosedWatchServiceException closed) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A reading during which nobody wrote: a file that is just being saved is empty for a moment, and an empty one
    /// is a usable configuration without agents.
    private ConfigReading settled(WatchService service) throws InterruptedException {
        ConfigReading reading;
        do {
            read = stamp();
            reading = ConfigReader.read(file, name);
        } while (isWritten(service));
        return reading;
    }

    private boolean isWritten(WatchService service) throws InterruptedException {
        WatchKey key = service.poll(QUIET_MILLISECONDS, TimeUnit.MILLISECONDS);
        return key != null && concernsFile(service, key);
    }

    /// The folder also holds the database, whose log changes all the time: when that is all, nothing is told of for a
    /// moment, and the file looked at afterwards.
    private boolean concernsFile(WatchService service, WatchKey key) {
        boolean concerns = key.pollEvents().stream()
                .anyMatch(event -> event.kind().equals(StandardWatchEventKinds.OVERFLOW)
                        || file.getFileName().equals(event.context()));
        if (concerns) {
            key.reset();
            return true;
        }
        key.cancel();
        LockSupport.parkNanos(REST_NANOS);
        register(service);
        return !stamp().equals(read);
    }

    /// Changes with the file.
    private String stamp() {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return "%s %d %s".formatted(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        } catch (IOException gone) {
            return "gone";
        }
    }

    private void tell(ConfigReading reading, Consumer<ConfigReading> listener) {
        if (reading.equals(last)) {
            return;
        }
        if (reading instanceof ConfigReading.Usable usable) {
            good = usable;
        }
        last = reading;
        listener.accept(reading);
    }

    @Override
    public synchronized void close() {
        WatchService service = watch;
        if (service != null) {
            try {
                service.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot end the watch of " + file, e);
            }
        }
    }
}
