package dev.fuel.agents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Reads the output file of a run as events, as far as it has been written; called again, what has come since. When
/// to call again is for the caller to know. The file is opened only while it is read, so it may appear late.
///
/// Owned by one thread.
public final class AgentLog {
    private static final int PIECE = 1 << 16;

    private final Path file;
    private final EventParser parser;
    private final byte[] piece = new byte[PIECE];
    private long position;
    private boolean skipsLine;

    private AgentLog(Path file, EventParser parser, long position) {
        this.file = file;
        this.parser = parser;
        this.position = position;
        this.skipsLine = position > 0;
    }

    /// From the beginning.
    public static AgentLog of(Path file, Driver driver) {
        return new AgentLog(file, driver.parser(), 0);
    }

    /// From the first whole line within the last bytes of the file: what a pane needs of a file that may be huge.
    ///
    /// @throws UncheckedIOException if the file's size cannot be read
    static AgentLog lastBytes(Path file, EventParser parser, long bytes) {
        try {
            long size = Files.exists(file) ? Files.size(file) : 0;
            return new AgentLog(file, parser, Math.max(0, size - bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /// Hands on the events of what has been written since the last call.
    ///
    /// @return whether anything had been
    /// @throws UncheckedIOException if the file exists and cannot be read
    public boolean read(Consumer<AgentEvent> events) {
        long before = position;
        try (FileChannel channel = FileChannel.open(file)) {
            var buffer = ByteBuffer.wrap(piece);
            for (int length = channel.read(buffer, position); length > 0; length = channel.read(buffer, position)) {
                position += length;
                int from = skipsLine ? afterLineEnd(length) : 0;
                parser.feed(piece, from, length, events);
                buffer.clear();
            }
        } catch (NoSuchFileException e) {
            return false; // Nothing has been written yet.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
        return position > before;
    }

    /// The run has ended: a last line without a line end counts too, and the driver draws its conclusions.
    public void end(Consumer<AgentEvent> events) {
        parser.end(events);
    }

    /// How much of the file has been read, in bytes.
    public long position() {
        return position;
    }

    private int afterLineEnd(int length) {
        for (int at = 0; at < length; at++) {
            if (piece[at] == '\n') {
                skipsLine = false;
                return at + 1;
            }
        }
        return length;
    }
}
