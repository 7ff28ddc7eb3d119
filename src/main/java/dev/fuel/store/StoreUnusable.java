package dev.fuel.store;

import org.jspecify.annotations.Nullable;

/// The database cannot be used: not a database, damaged, too new, not writable, or no room left. The message is one
/// line that says what to do; the command line ends with exit code 4.
public final class StoreUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
