package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.domain.task.Task;

/// The configured agent for the task's complexity.
record ComplexityMap(FuelConfig config) implements RoutingStrategy {
    @Override
    public Choice choose(Contest contest) {
        return choose(contest.task(), "");
    }

    /// @param because why it is left to the map; empty where it always is
    Choice choose(Task task, String because) {
        String complexity = task.complexity().word();
        return config.agentFor(task.complexity())
                .<Choice>map(name -> new Choice.First(
                        "complexity",
                        name,
                        "%s tasks go to %s%s".formatted(complexity, name, because.isEmpty() ? "" : ": " + because)))
                .orElseGet(() -> new Choice.Nobody(
                        config.agents().isEmpty()
                                ? "no agents are configured: add one under agents: in .fuel/config.yaml"
                                : "no agent is configured for %s tasks: set primary: or complexity: in .fuel/config.yaml"
                                        .formatted(complexity)));
    }
}
