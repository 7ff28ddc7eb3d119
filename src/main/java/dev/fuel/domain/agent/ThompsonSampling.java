package dev.fuel.domain.agent;

import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Chooses among agents by what is known of them: for each a pass rate is drawn that it may well have, and the best one
/// gets the task. So the better agent gets the more tasks the surer it is that it is better, and nobody is given up
/// after bad luck.
///
/// Money counts a little: the dearest of them must pass by {@link #DEAREST} more than one that costs nothing. What an
/// agent costs that has no price is taken to be the average of the others.
///
/// W. R. Thompson: On the Likelihood that One Unknown Probability Exceeds Another, 1933.
public final class ThompsonSampling {
    static final double DEAREST = 0.1;

    private ThompsonSampling() {}

    /// @param rates those of the agents that may be chosen, at least one
    /// @return the chosen one
    public static PassRate choose(List<PassRate> rates, RandomGenerator random) {
        double dearest = rates.stream()
                .map(PassRate::costUsd)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        double average = rates.stream()
                .map(PassRate::costUsd)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        @Nullable PassRate best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (PassRate rate : rates) {
            double worth = rate.draw(random) - price(rate, dearest, average);
            if (worth > most) {
                most = worth;
                best = rate;
            }
        }
        return Objects.requireNonNull(best, "nobody to choose from");
    }

    private static double price(PassRate rate, double dearest, double average) {
        double usd = rate.costUsd() == null ? average : rate.costUsd();
        return dearest > 0 ? DEAREST * usd / dearest : 0;
    }
}
