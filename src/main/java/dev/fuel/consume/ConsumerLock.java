package dev.fuel.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fuel.domain.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The right to start and settle runs: an operating-system lock on `.fuel/consumer.lock`, which ends with the process
/// however it ends. Who holds it stands in `consumer.json` beside it, because the lock file itself must never be
/// read: on POSIX, closing any descriptor of a file drops the process's locks on it. One process holds at most one.
public final class ConsumerLock implements AutoCloseable {
    /// The code of the refusal that names another holder.
    public static final String CONSUMER_RUNNING = "consumer_running";

    private static final Pattern HOLDER =
            Pattern.compile("\\{\"name\":\"([^\"]*)\",\"pid\":(\\d+),\"since\":\"([^\"]*)\"}");

    /// The code of the refusal that another process holds it.
    public static final String TAKEN = "consumer_running";

    private static final AtomicReference<@Nullable Holder> HELD_HERE = new AtomicReference<>();

    private final Path holderFile;
    private final FileChannel channel;
    private final FileLock lock;

    private ConsumerLock(Path holderFile, FileChannel channel, FileLock lock) {
        this.holderFile = holderFile;
        this.channel = channel;
        this.lock = lock;
    }

    /// Who consumes.
    ///
    /// @param name what kind of process: `fuel`, `fuel consume`
    public record Holder(String name, long pid, Instant since) {
        @Override
        public String toString() {
            return "%s (pid %d)".formatted(name, pid);
        }
    }

    /// Takes the lock, or nothing if another process holds it.
    ///
    /// @param directory `.fuel`
    public static Optional<ConsumerLock> tryAcquire(Path directory, String name, Instant now) {
        Holder self = new Holder(name, ProcessHandle.current().pid(), now);
        if (!HELD_HERE.compareAndSet(null, self)) {
            return Optional.empty();
        }
        Optional<ConsumerLock> acquired = Optional.empty();
        try {
            acquired = lock(directory, self);
        } finally {
            if (acquired.isEmpty()) {
                HELD_HERE.set(null);
            }
        }
        return acquired;
    }

    private static Optional<ConsumerLock> lock(Path directory, Holder self) {
        FileChannel channel = open(directory);
        boolean locked = false;
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                return Optional.empty();
            }
            Path holderFile = holderFile(directory);
            Path draft = holderFile.resolveSibling("consumer.json.new");
            Files.writeString(
                    draft,
                    "{\"name\":\"%s\",\"pid\":%d,\"since\":\"%s\"}".formatted(self.name(), self.pid(), self.since()),
                    UTF_8);
            Files.move(draft, holderFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            locked = true;
            return Optional.of(new ConsumerLock(holderFile, channel, lock));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock %s: %s".formatted(directory, e.getMessage()), e);
        } finally {
            if (!locked) {
                close(channel);
            }
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the consumer lock", e);
        }
    }

    /// As {@link #tryAcquire}, but another holder is an error that names it.
    public static ConsumerLock acquire(Path directory, String name, Instant now) {
        return tryAcquire(directory, name, now)
                .orElseThrow(() -> new Refusal(
                        TAKEN,
                        "%s already consumes this project; stop it first, or run `fuel` to watch it"
                                .formatted(
                                        holder(directory).map(Holder::toString).orElse("another process"))));
    }

    /// The present holder. Asks the lock itself without taking it for longer than the question; never opens the
    /// file in the process that holds it.
    public static Optional<Holder> holder(Path directory) {
        Holder self = HELD_HERE.get();
        if (self != null) {
            return Optional.of(self);
        }
        if (!Files.exists(lockFile(directory))) {
            return Optional.empty();
        }
        try (FileChannel channel = open(directory)) {
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                lock.release();
                return Optional.empty();
            }
            Matcher holder = HOLDER.matcher(description(directory));
            return holder.matches()
                    ? Optional.of(new Holder(
                            holder.group(1), Long.parseLong(holder.group(2)), Instant.parse(holder.group(3))))
                    : Optional.of(new Holder("another process", 0, Instant.EPOCH));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the lock of " + directory, e);
        }
    }

    /// Empty where the holder has the lock and has not written its name yet.
    private static String description(Path directory) throws IOException {
        try {
            return Files.readString(holderFile(directory), UTF_8);
        } catch (NoSuchFileException notYet) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(holderFile);
            lock.release();
            channel.close();
            HELD_HERE.set(null);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the consumer lock", e);
        }
    }

    private static FileChannel open(Path directory) {
        try {
            return FileChannel.open(lockFile(directory), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open %s: %s".formatted(lockFile(directory), e.getMessage()), e);
        }
    }

    private static Path lockFile(Path directory) {
        return directory.resolve("consumer.lock");
    }

    private static Path holderFile(Path directory) {
        return directory.resolve("consumer.json");
    }
}
