package dev.fuel.tui.terminal;

import dev.fuel.tui.input.InputDecoder;
import dev.fuel.tui.input.InputEvent;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// The thread that reads the terminal and hands over what a person did, in batches as they arrive.
final class InputReader implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int NO_LIMIT = -1;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Tty tty;
    private final Consumer<List<InputEvent>> events;
    private final Runnable whenGone;
    private final Thread thread;
    private byte[] typedBefore = {};
    private volatile boolean closed;

    /// @param whenGone called once if the terminal goes away
    InputReader(Tty tty, Consumer<List<InputEvent>> events, Runnable whenGone) {
        this.tty = tty;
        this.events = events;
        this.whenGone = whenGone;
        thread = Thread.ofPlatform().daemon().name("fuel-input").unstarted(this::read);
    }

    /// @param before what a person typed before anybody read
    void start(byte[] before) {
        typedBefore = before;
        thread.start();
    }

    private void read() {
        InputDecoder decoder = new InputDecoder();
        byte[] buffer = new byte[BUFFER_BYTES];
        List<InputEvent> early = decoder.feed(typedBefore, typedBefore.length);
        if (!early.isEmpty()) {
            events.accept(early);
        }
        while (!closed) {
            boolean waiting = decoder.isWaiting();
            int count = tty.read(buffer, waiting ? InputDecoder.ESCAPE_WAIT_MILLIS : NO_LIMIT);
            if (count < 0) {
                whenGone.run();
                return;
            }
            List<InputEvent> read = count == 0 && waiting ? decoder.flush() : decoder.feed(buffer, count);
            if (!read.isEmpty()) {
                events.accept(read);
            }
        }
    }

    /// Ends the reading. When this returns no byte is taken from the terminal any more.
    void stop() {
        close();
        try {
            if (!thread.join(LONGEST_STOP)) {
                throw new IllegalStateException("the terminal is still being read after " + LONGEST_STOP);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        tty.wake();
    }
}
