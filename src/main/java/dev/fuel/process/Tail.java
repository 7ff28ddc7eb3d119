package dev.fuel.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Follows a growing file by its bytes, in bounded memory, woken by a watch on its folder.
///
/// Chunks of at most 64 KiB are handed over in order, on the tail's own thread; a consumer that takes its time slows
/// the reading and nothing else. A chunk may end in the middle of a line or of a character. A file that is not there
/// yet is waited for; one that was cut short is read again from its beginning.
public final class Tail implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    private final Path file;
    private final Consumer<byte[]> consumer;
    private final Semaphore changes = new Semaphore(1);
    private final DirectoryWatch.Registration registration;
    private final Thread thread;
    private volatile boolean closed;
    private long offset;

    private Tail(DirectoryWatch watch, Path file, long offset, Consumer<byte[]> consumer) {
        this.file = file;
        this.offset = offset;
        this.consumer = consumer;
        this.registration = watch.watch(file.resolveSibling(".").normalize(), this::wake);
        this.thread = Thread.ofVirtual().name("tail").unstarted(this::run);
    }

    /// Starts to follow, with a watch that may be shared by many tails.
    ///
    /// @param offset how many bytes to leave out
    /// @throws UncheckedIOException if the file's folder cannot be watched
    public static Tail follow(DirectoryWatch watch, Path file, long offset, Consumer<byte[]> consumer) {
        Tail tail = new Tail(watch, file.toAbsolutePath(), offset, consumer);
        tail.thread.start();
        return tail;
    }

    /// Ends the following. The chunk that is being handed over is finished by the consumer; none comes after it.
    @Override
    public void close() {
        closed = true;
        registration.close();
        wake();
    }

    private void wake() {
        // Any number of changes before the next look is one reason to look.
        if (changes.availablePermits() == 0) {
            changes.release();
        }
    }

    private void run() {
        try {
            while (!closed) {
                changes.acquire();
                readOn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            registration.close();
        }
    }

    private void readOn() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < offset) {
                offset = 0;
            }
            ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
            while (!closed && channel.read(buffer, offset) > 0) {
                offset += buffer.position();
                consumer.accept(Arrays.copyOf(buffer.array(), buffer.position()));
                buffer.clear();
            }
        } catch (NoSuchFileException e) {
            // Its creation will wake us.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot follow " + file, e);
        }
    }
}
