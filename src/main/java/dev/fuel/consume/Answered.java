package dev.fuel.consume;

import dev.fuel.agents.Outcome;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.StopReason;
import org.jspecify.annotations.Nullable;

/// How somebody has ended who was asked something in a room of its own.
///
/// @param tampered whether it has changed the checkout that it was asked in
record Answered(Evidence evidence, boolean tampered) {
    /// Whether its answer can be looked at.
    boolean isWell() {
        return evidence.outcome().isCompleted() && !tampered;
    }

    /// Why its answer is worth nothing, whatever it says; null if nothing is known against it.
    @Nullable
    String objection(Run run) {
        Outcome outcome = evidence.outcome();
        if (tampered) {
            return "%s has changed the checkout that it was only asked in".formatted(run.agent());
        }
        if (outcome.isCompleted()) {
            return null;
        }
        if (run.stopping() == StopReason.TIMEOUT || run.stopping() == StopReason.STALLED) {
            return "%s has not answered in time".formatted(run.agent());
        }
        if (run.stopping() != null) {
            return "%s was stopped before it could answer".formatted(run.id());
        }
        return "%s has failed to answer: %s".formatted(run.agent(), RunOutcomes.firstLine(RunOutcomes.words(outcome)));
    }

    static String unreadable(Run run) {
        return "%s has not answered in a form that can be read".formatted(run.agent());
    }
}
