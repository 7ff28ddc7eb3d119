package dev.fuel.cli;

/// The arguments make no sense. The message is one line for a person.
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
