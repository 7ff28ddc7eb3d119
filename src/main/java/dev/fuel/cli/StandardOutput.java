package dev.fuel.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/// Standard output that does not swallow errors as `System.out` does: a full disk is told, a closed pipe ends the
/// command.
public final class StandardOutput {
    private static final int BUFFER_BYTES = 8192;

    private StandardOutput() {}

    /// @param flushesLines each line is written at once, for terminals and for those who follow
    public static PrintStream open(boolean flushesLines) {
        var buffered = new BufferedOutputStream(new Loud(new FileOutputStream(FileDescriptor.out)), BUFFER_BYTES);
        return new PrintStream(buffered, flushesLines, UTF_8);
    }

    private static final class Loud extends OutputStream {
        private final OutputStream target;

        Loud(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int single) {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                target.write(bytes, offset, length);
            } catch (IOException e) {
                throw new OutputClosedException(e);
            }
        }
    }
}
