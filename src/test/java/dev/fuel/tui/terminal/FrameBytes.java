package dev.fuel.tui.terminal;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.theme.Background;
import dev.fuel.tui.theme.ColourDepth;
import dev.fuel.tui.theme.Theme;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/// Turns frames into what a terminal gets, and counts it.
public final class FrameBytes implements AutoCloseable {
    private final Counting target = new Counting();
    private final FrameWriter writer;

    public FrameBytes(Size size) throws IOException {
        writer = new FrameWriter(target, size, Theme.of(ColourDepth.TRUE_COLOUR, Background.DARK));
    }

    public void show(Canvas canvas) throws IOException {
        writer.show(canvas, null);
    }

    public long bytes() {
        return target.bytes.get();
    }

    /// How often anything was sent.
    public long writes() {
        return target.writes.get();
    }

    @Override
    public void close() throws IOException {
        writer.output().finish(new byte[0]);
    }

    private static final class Counting extends OutputStream {
        private final AtomicLong bytes = new AtomicLong();
        private final AtomicLong writes = new AtomicLong();

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] values, int offset, int length) {
            bytes.addAndGet(length);
            writes.incrementAndGet();
        }
    }
}
