package dev.fuel.gate.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// An XML file without the contents of its CDATA sections. Reports keep the tests' output there: it may be larger than
/// our memory, of which the parser would take enough for a whole section, and tools put bytes into it that XML does not
/// allow. In an encoding that is no superset of ASCII the sections stay.
final class WithoutSections extends InputStream {
    private static final byte[] OPENING = {'<', '!', '[', 'C', 'D', 'A', 'T', 'A', '['};
    private static final byte[] CLOSING = {']', ']', '>'};
    private static final int CLOSED = CLOSING.length;

    private final InputStream file;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;

    /// How much of the opening has been passed on.
    private int opened;
    /// How much of the closing has been passed on; all of it outside of a section.
    private int closed = CLOSED;

    WithoutSections(InputStream file) {
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        if (closed < CLOSED) {
            return CLOSING[closed++];
        }
        int next = take();
        if (next == OPENING[opened]) {
            opened++;
        } else {
            opened = next == OPENING[0] ? 1 : 0;
        }
        if (opened == OPENING.length) {
            opened = 0;
            if (skipContent()) {
                closed = 0;
            }
        }
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        int count = 0;
        while (count < length) {
            int next = read();
            if (next < 0) {
                return count == 0 ? -1 : count;
            }
            target[offset + count++] = (byte) next;
            if (position == filled && closed == CLOSED) {
                break; // what there is may be handed on before more is waited for
            }
        }
        return count;
    }

    /// @return false if the file ends before the section does
    private boolean skipContent() throws IOException {
        int brackets = 0;
        for (int next = take(); next >= 0; next = take()) {
            if (next == '>' && brackets >= 2) {
                return true;
            }
            brackets = next == ']' ? brackets + 1 : 0;
        }
        return false;
    }

    private int take() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(0, file.read(buffer, 0, buffer.length));
            if (filled == 0) {
                return -1;
            }
        }
        return buffer[position++] & 0xff;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
