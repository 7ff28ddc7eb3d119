package dev.fuel.domain.agent;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// How probable it is that an agent's work on a kind of task passes at its first review: a beta distribution, and what
/// a run costs on average.
///
/// @param tries   with how many tasks of that complexity the agent has been seen
/// @param costUsd null if it is not known
public record PassRate(
        AgentName agent,
        double passes,
        double misses,
        int tries,
        @Nullable Double costUsd) {
    public PassRate {
        if (!(passes > 0 && misses > 0)) {
            throw new IllegalArgumentException("no distribution: %s, %s".formatted(passes, misses));
        }
    }

    public double mean() {
        return passes / (passes + misses);
    }

    public double deviation() {
        double sum = passes + misses;
        return Math.sqrt(passes * misses / (sum * sum * (sum + 1)));
    }

    /// A rate that it may well have: the likelier, the more often drawn.
    public double draw(RandomGenerator random) {
        double passed = gamma(passes, random);
        double missed = gamma(misses, random);
        // Both can be too small for a double where the shapes are.
        return passed + missed > 0 ? passed / (passed + missed) : mean();
    }

    /// As `sonnet 0.81 ± 0.07 at $0.12`.
    public String words() {
        return "%s %s".formatted(agent, figures());
    }

    /// As `0.81 ± 0.07 at $0.12`.
    public String figures() {
        String cost = costUsd == null ? "" : String.format(Locale.ROOT, " at $%.2f", costUsd);
        return String.format(Locale.ROOT, "%.2f ± %.2f%s", mean(), deviation(), cost);
    }

    /// A gamma-distributed number of scale 1, by G. Marsaglia and W. W. Tsang: A Simple Method for Generating Gamma
    /// Variables, 2000.
    private static double gamma(double shape, RandomGenerator random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d * (1 - v + Math.log(v))) {
                return d * v;
            }
        }
    }
}
