package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Display;
import dev.fuel.tui.canvas.Look;
import dev.fuel.tui.canvas.Size;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A display that keeps its frames for a test to look at. As the real one, it takes an equal frame for none.
final class MemoryDisplay implements Display {
    private volatile String copied = "";
    private static final long LIMIT_SECONDS = 10;

    private final BlockingQueue<Canvas> frames = new LinkedBlockingQueue<>();
    private volatile Size size;
    private final AtomicInteger suspended = new AtomicInteger();
    private @Nullable Canvas last;

    MemoryDisplay(Size size) {
        this.size = size;
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
        for (Canvas frame = next(); frame != null; frame = next()) {
            seen = frame.text();
            if (wanted.test(seen)) {
                return seen;
            }
        }
        throw new AssertionError("no frame shows %s; the last one:%n%s".formatted(what, seen));
    }

    /// Asserts that the screen stays as it is.
    void assertStill(long millis) throws InterruptedException {
        frames.clear();
        assertThat(frames.poll(millis, TimeUnit.MILLISECONDS)).isNull();
    }

    private @Nullable Canvas next() throws InterruptedException {
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
        if (last == null || !last.sameAs(canvas)) {
            frames.add(canvas);
        }
        last = canvas;
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
