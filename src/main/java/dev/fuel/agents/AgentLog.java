package dev.fuel.agents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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

    /// @param position where a line begins
    AgentLog(Path file, EventParser parser, long position) {
        this.file = file;
        this.parser = parser;
        this.position = position;
    }

    /// From the beginning.
    public static AgentLog of(Path file, Driver driver) {
        return new AgentLog(file, driver.parser(), 0);
    }

    /// Where the first whole line within the last bytes of the file begins: what a pane needs of a file that may be
    /// huge. At its end if there is none.
    ///
    /// @throws UncheckedIOException if the file exists and cannot be read
    static long lastLines(Path file, long bytes) {
        try (FileChannel channel = FileChannel.open(file)) {
            long position = Math.max(0, channel.size() - bytes);
            return position == 0 ? 0 : afterLineEnd(channel, position);
        } catch (NoSuchFileException e) {
            return 0; // Nothing has been written yet.
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static long afterLineEnd(FileChannel channel, long from) throws IOException {
        long position = from;
        var buffer = ByteBuffer.wrap(new byte[PIECE]);
        for (int length = channel.read(buffer, position); length > 0; length = channel.read(buffer, position)) {
            int end = ByteScan.lineEnd(buffer.array(), 0, length);
            if (end < length) {
                return position + end + 1;
            }
            position += length;
            buffer.clear();
        }
        return position;
    }

    /// Hands on the events of what has been written since the last call.
    ///
    /// @return whether anything had been
    /// @throws UncheckedIOException if the file exists and cannot be read
    public boolean read(Consumer<AgentEvent> events) {
        return read(Long.MAX_VALUE, events);
    }

    /// The same, of what stands before the limit.
    boolean read(long limit, Consumer<AgentEvent> events) {
        long before = position;
        try (FileChannel channel = FileChannel.open(file)) {
            var buffer = ByteBuffer.wrap(piece);
            while (position < limit) {
                buffer.limit((int) Math.min(PIECE, limit - position));
                int length = channel.read(buffer, position);
                if (length <= 0) {
                    break;
                }
                position += length;
                parser.feed(piece, 0, length, events);
                buffer.clear();
            }
        } catch (NoSuchFileException e) {
            return false; // Nothing has been written yet.
        } catch (IOException e) {
            throw unreadable(file, e);
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

    private static UncheckedIOException unreadable(Path file, IOException cause) {
        return new UncheckedIOException("cannot read " + file + ": " + cause.getMessage(), cause);
    }
}
