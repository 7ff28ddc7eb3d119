package dev.fuel.consume;

import dev.fuel.domain.review.Check;
import java.util.Objects;
import java.util.Optional;

/// What is done about work that does not fit onto its target.
final class MergePolicy {
    private MergePolicy() {}

    /// @return empty if it may land
    static Optional<GateStep> next(GateFacts facts) {
        return Objects.requireNonNull(facts.current())
                .check(Check.MERGE)
                .map(conflict -> new GateStep.HandOverMerge(conflict.detail()));
    }
}
