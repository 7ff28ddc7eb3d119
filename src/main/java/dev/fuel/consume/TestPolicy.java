package dev.fuel.consume;

import java.util.Optional;

/// Whether the tests are to be run before the work goes on through the gate.
final class TestPolicy {
    private TestPolicy() {}

    /// @return empty if they have been, or none are configured
    static Optional<GateStep> next(GateFacts facts) {
        return Optional.empty();
    }
}
