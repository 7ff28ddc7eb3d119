package dev.fuel.consume;

import dev.fuel.agents.Consumption;
import dev.fuel.agents.PriceTable;
import dev.fuel.agents.UsageScope;
import dev.fuel.domain.run.Cost;
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

    /// @param scope what the reported usage covers; earlier runs of the same session are taken off a session's
    ///     total
    static RunShare of(Session session, Run run, Consumption consumed, UsageScope scope) {
        Usage own = own(session, run, consumed, scope);
        Usage rest = consumed.sinceReport();
        String model = consumed.model() == null ? run.model() : consumed.model();
        if (own.costUsd() == null) {
            return estimated(own.plus(rest), PriceTable.standard().estimate(model, own.plus(rest)));
        }
        OptionalDouble estimate = PriceTable.standard().estimate(model, rest);
        return estimate.isEmpty()
                ? new RunShare(own.plus(rest), CostSource.REPORTED)
                : estimated(own.plus(rest), OptionalDouble.of(own.costUsd() + estimate.getAsDouble()));
    }

    private static RunShare estimated(Usage usage, OptionalDouble cost) {
        return cost.isEmpty()
                ? new RunShare(usage, null)
                : new RunShare(
                        new Usage(
                                usage.tokensIn(),
                                usage.tokensOut(),
                                usage.tokensCached(),
                                cost.getAsDouble(),
                                usage.turns()),
                        CostSource.ESTIMATED);
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
