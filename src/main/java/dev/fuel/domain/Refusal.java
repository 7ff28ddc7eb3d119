package dev.fuel.domain;

import java.util.Objects;

/// A request that the rules refuse. The message is one line for a person: object, cause, and what to do.
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /// @param code a stable snake_case word for scripts
    public Refusal(String code, String message) {
        super(message);
        this.code = code;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    public String code() {
        return code;
    }
}
