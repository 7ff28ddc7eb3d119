package dev.fuel.tui.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Collects what belongs to one frame and sends it in one write, so that no terminal ever shows half of it.
///
/// After {@link #finish} nothing more is sent: a frame in the making cannot spoil the restored screen.
final class FrameOutput extends OutputStream {
    private final OutputStream target;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream(1 << 16);
    private boolean finished;

    FrameOutput(OutputStream target) {
        this.target = target;
    }

    @Override
    public synchronized void write(int value) {
        frame.write(value);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        frame.write(bytes, offset, length);
    }

    /// Does nothing: Lanterna flushes where it likes, a frame goes out by {@link #send()}.
    @Override
    public void flush() {}

    synchronized void discard() {
        frame.reset();
    }

    synchronized void send() throws IOException {
        if (!finished && frame.size() > 0) {
            target.write(frame.toByteArray());
            target.flush();
        }
        frame.reset();
    }

    /// Sends the last bytes, alone, unless that has happened.
    synchronized void finish(byte[] last) throws IOException {
        if (finished) {
            return;
        }
        frame.reset();
        frame.writeBytes(last);
        send();
        finished = true;
    }

    /// Lets frames through again.
    synchronized void reopen() {
        finished = false;
    }
}
