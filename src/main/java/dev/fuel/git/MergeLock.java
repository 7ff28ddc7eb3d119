package dev.fuel.git;

import dev.fuel.domain.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// One merge at a time, among threads and among processes. The operating system drops the lock of a process that dies.
///
/// An inner lock keeps the threads of this process apart: file locks belong to the process, and closing any channel of
/// the file would drop them.
final class MergeLock {
    private static final ConcurrentHashMap<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private final Path file;
    private final Duration limit;

    MergeLock(Path file, Duration limit) {
        this.file = file.toAbsolutePath().normalize();
        this.limit = limit;
    }

    /// @throws Refusal if another merge takes longer than the limit
    <T> T holding(Supplier<T> work) {
        ReentrantLock threads = HERE.computeIfAbsent(file, _ -> new ReentrantLock());
        try {
            if (!threads.tryLock(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
            try {
                Files.createDirectories(file.getParent());
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock _ = lock(channel)) {
                    return work.get();
                }
            } finally {
                threads.unlock();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + file, e);
        }
    }

    /// Waits on a thread of its own, since only closing the channel ends the wait for a file lock.
    private FileLock lock(FileChannel channel) throws IOException, InterruptedException {
        FileLock free = channel.tryLock();
        if (free != null) {
            return free;
        }
        CompletableFuture<FileLock> lock = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("merge-lock").start(() -> {
            try {
                lock.complete(channel.lock());
            } catch (IOException | RuntimeException e) {
                lock.completeExceptionally(e);
            }
        });
        try {
            return lock.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw busy();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private Refusal busy() {
        return new Refusal(
                "merge_busy",
                "cannot merge now: another merge has been running for %d s; try again later"
                        .formatted(limit.toSeconds()));
    }
}
