package dev.fuel.app;

import dev.fuel.domain.Refusal;

/// There is no project here.
public final class NotInitialisedException extends Refusal {
    private static final long serialVersionUID = 1L;

    NotInitialisedException(String message) {
        super("not_initialised", message);
    }
}
