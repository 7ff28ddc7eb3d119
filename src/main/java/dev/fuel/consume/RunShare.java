package dev.fuel.consume;

import dev.fuel.agents.Outcome;
import dev.fuel.agents.PriceTable;
import dev.fuel.agents.UsageScope;
import dev.fuel.domain.run.CostSource;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.Usage;
import dev.fuel.store.Session;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A run's own share of what was consumed, so that shares can be summed, and what that has cost.
///
/// @param source null exactly when the cost is not known
record RunShare(Usage usage, @Nullable CostSource source) {

    /// @param scope what the outcome's usage covers; earlier runs of the same session are taken off a session's
    ///     total
    static RunShare of(Session session, Run run, Outcome outcome, UsageScope scope) {
        Usage own = own(session, run, outcome, scope);
        if (own.costUsd() != null) {
            return new RunShare(own, CostSource.REPORTED);
        }
        String model = outcome.model() == null ? run.model() : outcome.model();
        OptionalDouble estimate = PriceTable.standard().estimate(model, own);
        if (estimate.isEmpty()) {
            return new RunShare(own, null);
        }
        Usage estimated =
                new Usage(own.tokensIn(), own.tokensOut(), own.tokensCached(), estimate.getAsDouble(), own.turns());
        return new RunShare(estimated, CostSource.ESTIMATED);
    }

    private static Usage own(Session session, Run run, Outcome outcome, UsageScope scope) {
        String sessionId = outcome.sessionId();
        return switch (scope) {
            case RUN -> outcome.usage();
            case SESSION ->
                run.resumedFrom() == null || sessionId == null
                        ? outcome.usage()
                        : outcome.usage().minus(session.runTotals().ofSession(sessionId, run));
        };
    }
}
