package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Display;
import dev.fuel.tui.canvas.Look;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.terminal.FrameBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A display that keeps its frames for a test to look at. As the real one, it takes an equal frame for none.
final class MemoryDisplay implements Display {
    private volatile String copied = "";
    private static final long LIMIT_SECONDS = 10;

    private final BlockingQueue<Canvas> frames = new LinkedBlockingQueue<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile Size size;
    private final AtomicInteger suspended = new AtomicInteger();
    private final Semaphore drawn = new Semaphore(0);
    private final @Nullable FrameBytes terminal;
    private @Nullable Canvas last;

    MemoryDisplay(Size size) {
        this(size, null);
    }

    /// @param terminal gets the bytes of each frame
    MemoryDisplay(Size size, @Nullable FrameBytes terminal) {
        this.size = size;
        this.terminal = terminal;
    }

    void resize(Size to) {
        size = to;
    }

    int suspended() {
        return suspended.get();
    }

    /// The first frame from now on that has the text.
    String await(String text) throws InterruptedException {
        return await(frame -> frame.contains(text), text);
    }

    String await(Predicate<String> wanted, String what) throws InterruptedException {
        String seen = "no frame";
        for (Canvas frame = poll(); frame != null; frame = poll()) {
            seen = frame.text();
            if (wanted.test(seen)) {
                return seen;
            }
        }
        throw new AssertionError("no frame shows %s; the last one:%n%s".formatted(what, seen));
    }

    /// The next frame, whatever it shows.
    String next() throws InterruptedException {
        return await(_ -> true, "anything");
    }

    /// Waits until a frame is drawn from now on, be it equal to the one before.
    void awaitDrawing(Runnable cause) throws InterruptedException {
        drawn.drainPermits();
        cause.run();
        assertThat(drawn.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private @Nullable Canvas poll() throws InterruptedException {
        return frames.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public Size size() {
        return size;
    }

    @Override
    public Look look() {
        return Look.COLOUR;
    }

    @Override
    public void show(Canvas canvas, @Nullable Cursor cursor) {
        if (terminal != null) {
            send(terminal, canvas);
        }
        if (last == null || !last.sameAs(canvas)) {
            frames.add(canvas);
        }
        last = canvas;
        drawn.release();
    }

    private static void send(FrameBytes terminal, Canvas canvas) {
        try {
            terminal.show(canvas);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void forget() {
        last = null;
    }

    @Override
    public void suspend() {
        suspended.incrementAndGet();
        last = null;
    }

    @Override
    public void lend(Runnable program) {
        program.run();
        last = null;
    }

    @Override
    public void setTitle(String title) {
        told.add("title " + title);
    }

    @Override
    public void ring(String words) {
        told.add("ring " + words);
    }

    /// Titles and rings, in order.
    List<String> told() {
        return told;
    }

    @Override
    public void setMouse(boolean on) {}

    @Override
    public void copy(String text) {
        copied = text;
    }

    /// The last text that was copied.
    String copied() {
        return copied;
    }

    @Override
    public void close() {}
}
