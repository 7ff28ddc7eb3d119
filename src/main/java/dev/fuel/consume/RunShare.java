package dev.fuel.consume;

import dev.fuel.agents.Consumption;
import dev.fuel.agents.PriceTable;
import dev.fuel.agents.UsageScope;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.CostSource;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.Usage;
import dev.fuel.store.Session;
import org.jspecify.annotations.Nullable;

/// A run's own share of what was consumed, so that shares can be summed, and what that has cost.
///
/// @param source null exactly when the cost is not known
record RunShare(Usage usage, @Nullable CostSource source) {

    /// @param scope what the reported usage covers; earlier runs of the same session are taken off a session's
    ///     total
    static RunShare of(Session session, Run run, Consumption consumed, UsageScope scope) {
        Usage own = own(session, run, consumed, scope);
        Usage rest = consumed.sinceReport();
        String model = consumed.model() == null ? run.model() : consumed.model();
        Usage all = own.plus(rest);
        Cost cost = PriceTable.standard().cost(model, own, rest);
        return cost == null
                ? new RunShare(all, null)
                : new RunShare(
                        new Usage(all.tokensIn(), all.tokensOut(), all.tokensCached(), cost.usd(), all.turns()),
                        cost.source());
    }

    /// What it has cost; null if that is not known.
    @Nullable
    Cost cost() {
        return source == null || usage.costUsd() == null ? null : new Cost(usage.costUsd(), source);
    }

    private static Usage own(Session session, Run run, Consumption consumed, UsageScope scope) {
        String sessionId = consumed.sessionId();
        return switch (scope) {
            case RUN -> consumed.usage();
            case SESSION ->
                run.resumedFrom() == null || sessionId == null
                        ? consumed.usage()
                        : consumed.usage().minus(session.runTotals().ofSession(sessionId, run));
        };
    }
}
