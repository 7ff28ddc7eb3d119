package dev.fuel.domain.agent;

import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.TaskType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How often the work of agents has passed at its first review, and what a run of it has cost.
///
/// What is known of a kind of task is shrunk towards what is known of its complexity, that towards what is known of the
/// agent, and that towards one half: each step counts as much as {@link #WEIGHT} tasks. So an agent without history is
/// worth trying, one bad start condemns nobody, and many tasks of a kind outweigh everything else.
///
/// @param tallies by agent, complexity and type
public record PassHistory(Map<Cell, Tally> tallies) {
    public static final PassHistory NONE = new PassHistory(Map.of());

    /// How many tasks the wider knowledge is worth against the narrower.
    static final double WEIGHT = 8;

    private static final double UNKNOWN = 0.5;

    public PassHistory {
        tallies = Map.copyOf(tallies);
    }

    /// What tasks are told apart by.
    public record Cell(AgentName agent, Complexity complexity, TaskType type) {}

    /// @param tries  tasks whose first review is over
    /// @param passes those of them that it let through
    /// @param usd    what the runs have cost of which that is known
    /// @param priced how many those are
    public record Tally(int tries, int passes, double usd, int priced) {
        static final Tally NOTHING = new Tally(0, 0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(tries + other.tries, passes + other.passes, usd + other.usd, priced + other.priced);
        }

        @Nullable
        Double averageUsd() {
            return priced == 0 ? null : Double.valueOf(usd / priced);
        }
    }

    /// The same with one more task.
    ///
    /// @param usd null if it is not known
    public PassHistory with(Cell cell, boolean passed, @Nullable Double usd) {
        Map<Cell, Tally> more = new HashMap<>(tallies);
        more.merge(cell, new Tally(1, passed ? 1 : 0, usd == null ? 0 : usd, usd == null ? 0 : 1), Tally::plus);
        return new PassHistory(more);
    }

    /// What is to be expected of the agent with a task of that kind.
    public PassRate rate(Cell cell) {
        Tally ofAgent = sum(other -> other.agent().equals(cell.agent()));
        Tally ofComplexity =
                sum(other -> other.agent().equals(cell.agent()) && other.complexity() == cell.complexity());
        Tally ofKind = tallies.getOrDefault(cell, Tally.NOTHING);
        double agent = shrunk(ofAgent, UNKNOWN);
        double complexity = shrunk(ofComplexity, agent);
        Double usd = ofComplexity.averageUsd();
        return new PassRate(
                cell.agent(),
                ofKind.passes() + WEIGHT * complexity,
                ofKind.tries() - ofKind.passes() + WEIGHT * (1 - complexity),
                ofComplexity.tries(),
                usd == null ? ofAgent.averageUsd() : usd);
    }

    /// What is known of the agent with tasks of that complexity, whatever their type; empty if nothing is.
    public Optional<PassRate> ofComplexity(AgentName agent, Complexity complexity) {
        return tallies.keySet().stream()
                .filter(cell -> cell.agent().equals(agent) && cell.complexity() == complexity)
                .findFirst()
                .map(this::rate);
    }

    /// The same for each of the agents.
    public List<PassRate> rates(List<AgentName> agents, Complexity complexity, TaskType type) {
        return agents.stream()
                .map(agent -> rate(new Cell(agent, complexity, type)))
                .toList();
    }

    private static double shrunk(Tally tally, double towards) {
        return (tally.passes() + WEIGHT * towards) / (tally.tries() + WEIGHT);
    }

    private Tally sum(Predicate<Cell> which) {
        Tally sum = Tally.NOTHING;
        for (var entry : tallies.entrySet()) {
            if (which.test(entry.getKey())) {
                sum = sum.plus(entry.getValue());
            }
        }
        return sum;
    }
}
