package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.PassRate;
import dev.fuel.domain.agent.ThompsonSampling;
import dev.fuel.domain.task.Task;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// Chooses among the configured agent for the task's complexity and those of its fallback list, by how their work has
/// fared so far.
///
/// What is drawn depends on the task and its history alone: it is the same in each look at it, and in `fuel route`.
record LearnedChoice(FuelConfig config) implements RoutingStrategy {
    @Override
    public Choice choose(Contest contest) {
        Task task = contest.task();
        if (!(new ComplexityMap(config).choose(contest) instanceof Choice.First mapped)) {
            return new ComplexityMap(config).choose(contest);
        }
        SequencedSet<AgentName> allowed = Router.order(config, mapped.agent(), null);
        List<PassRate> rates =
                contest.snapshot().memory().history().rates(contest.available(allowed), task.complexity(), task.type());
        if (allowed.size() == 1 || rates.isEmpty()) {
            return mapped;
        }
        PassRate chosen = ThompsonSampling.choose(rates, new SplittableRandom(seed(task)));
        Map<AgentName, String> remarks = new HashMap<>();
        rates.forEach(rate -> remarks.put(rate.agent(), rate.figures()));
        return new Choice.First("learned", chosen.agent(), reason(chosen, rates)).among(allowed, remarks);
    }

    private static String reason(PassRate chosen, List<PassRate> rates) {
        if (rates.size() == 1) {
            return "of those that may have it only %s can work now".formatted(chosen.agent());
        }
        boolean isBest = rates.stream().allMatch(rate -> rate.mean() <= chosen.mean());
        return "passes at the first review: %s%s"
                .formatted(
                        rates.stream()
                                .sorted(Comparator.comparingDouble(PassRate::mean)
                                        .reversed())
                                .map(PassRate::words)
                                .collect(Collectors.joining(", ")),
                        isBest ? "" : "; %s is tried, since it may be the better one".formatted(chosen.agent()));
    }

    /// The id is chance already; another attempt is another draw.
    private static long seed(Task task) {
        return task.id().value().hashCode() * 31L * 31L + task.attempts() * 31L + task.reviewRounds();
    }
}
