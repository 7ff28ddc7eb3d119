package dev.fuel.cli;

import java.io.IOException;

/// Standard output takes no more.
final class OutputClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputClosedException(IOException cause) {
        super("standard output cannot be written: " + cause.getMessage(), cause);
    }

    /// The reader has what it wanted (`fuel tasks | head -1`): nothing to tell anybody.
    boolean isBrokenPipe() {
        return String.valueOf(getMessage()).endsWith("Broken pipe");
    }
}
