package dev.fuel.agents;

import java.util.Arrays;

/// Cuts a stream of bytes into lines, whatever the pieces it arrives in. A line that lies within one piece is handed
/// on without being copied; of a line longer than the limit only the beginning is kept, so memory is bounded.
///
/// Owned by one thread.
final class LineSplitter {
    private static final int INITIAL_CAPACITY = 1 << 13;

    private final int longest;
    private byte[] held = new byte[0];
    private int heldLength;
    private boolean cut;

    /// What receives the lines; the array is only valid during the call.
    @FunctionalInterface
    interface Lines {
        /// @param cut whether the line was longer and the rest of it is lost
        void line(byte[] bytes, int from, int to, boolean cut);
    }

    /// @param longest in bytes
    LineSplitter(int longest) {
        this.longest = longest;
    }

    void feed(byte[] bytes, int from, int to, Lines lines) {
        int start = from;
        for (int at = ByteScan.lineEnd(bytes, from, to); at < to; at = ByteScan.lineEnd(bytes, start, to)) {
            emit(bytes, start, at, lines);
            start = at + 1;
        }
        hold(bytes, start, to);
    }

    /// Hands on a last line that has no line end.
    void end(Lines lines) {
        if (heldLength > 0) {
            emit(held, 0, 0, lines);
        }
    }

    private void emit(byte[] bytes, int from, int to, Lines lines) {
        if (heldLength == 0 && to - from <= longest) {
            lines.line(bytes, from, withoutCarriageReturn(bytes, from, to), false);
            return;
        }
        hold(bytes, from, to);
        int length = cut ? heldLength : withoutCarriageReturn(held, 0, heldLength);
        lines.line(held, 0, length, cut);
        if (held.length > INITIAL_CAPACITY) {
            held = new byte[0];
        }
        heldLength = 0;
        cut = false;
    }

    private void hold(byte[] bytes, int from, int to) {
        int room = longest - heldLength;
        int taken = Math.min(room, to - from);
        cut |= taken < to - from;
        if (taken == 0) {
            return;
        }
        if (heldLength + taken > held.length) {
            int wanted = Math.max(INITIAL_CAPACITY, Math.max(heldLength + taken, held.length * 2));
            held = Arrays.copyOf(held, Math.min(wanted, Math.max(longest, INITIAL_CAPACITY)));
        }
        System.arraycopy(bytes, from, held, heldLength, taken);
        heldLength += taken;
    }

    private static int withoutCarriageReturn(byte[] bytes, int from, int to) {
        return to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    }
}
