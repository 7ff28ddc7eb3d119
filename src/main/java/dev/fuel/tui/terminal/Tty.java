package dev.fuel.tui.terminal;

import dev.fuel.tui.canvas.Size;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// The controlling terminal on standard input and output: its modes, its size, its bytes.
///
/// Modes may be changed from any thread (a shutdown hook restores them); reading belongs to one.
final class Tty {
    private static final int INPUT = 0;
    private static final int OUTPUT = 1;
    private static final Size FALLBACK = new Size(80, 24);

    private final Posix posix = new Posix();
    private final MemorySegment saved;
    private final MemorySegment raw;
    private final int[] wakePipe;
    private boolean isRaw;

    Tty() {
        if (!posix.isTerminal(INPUT) || !posix.isTerminal(OUTPUT)) {
            throw new IllegalStateException("standard input and output are not a terminal");
        }
        saved = posix.modes(INPUT, Arena.global());
        raw = posix.rawModes(saved, Arena.global());
        wakePipe = posix.pipe();
    }

    /// Every key arrives as it is typed, none is a signal, nothing is echoed.
    synchronized void enterRaw() {
        isRaw = posix.setModes(INPUT, raw);
    }

    /// The modes as they were found.
    synchronized void restore() {
        if (isRaw) {
            posix.setModes(INPUT, saved);
            isRaw = false;
        }
    }

    Size size() {
        int packed = posix.windowSize(OUTPUT);
        Size size = new Size(packed >>> 16, packed & 0xffff);
        return size.columns() == 0 || size.rows() == 0 ? FALLBACK : size;
    }

    /// Waits for bytes.
    ///
    /// @param millis the limit, -1 for none
    /// @return how many bytes were read; 0 after the limit or a {@link #wake()}; -1 when the terminal is gone
    int read(byte[] buffer, int millis) {
        int ready = posix.awaitReadable(INPUT, wakePipe[0], millis);
        if ((ready & 2) != 0) {
            posix.read(wakePipe[0], new byte[1]);
        }
        if ((ready & 1) == 0) {
            return 0;
        }
        int count = posix.read(INPUT, buffer);
        return count > 0 ? count : -1;
    }

    /// Ends a wait in {@link #read}, from any thread.
    void wake() {
        posix.writeByte(wakePipe[1]);
    }

    void stopThisProcess() {
        posix.stopThisProcess();
    }
}
