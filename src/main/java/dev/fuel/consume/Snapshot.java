package dev.fuel.consume;

import dev.fuel.domain.agent.AgentHealth;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.budget.BudgetScope;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything that a decision is made from, read at one moment. The scheduler knows nothing else.
///
/// @param paused     nothing starts but what is in startNow
/// @param overloaded the host has more to do than `limits.max_load` allows
/// @param startNow   tasks that a person asked to start even while paused
/// @param ready      tasks that may start, in the order in which they should
/// @param active     runs that have not ended
/// @param inReview   how many tasks wait for a check or a reviewer, not for a person
/// @param programs   what is known of the agents' programs
/// @param failures   for tasks with failed attempts: how many each agent has used up
/// @param memory     what the routing knows of the ready tasks beside that
/// @param budgets    what has been told of budgets
public record Snapshot(
        Instant now,
        boolean paused,
        boolean overloaded,
        Set<TaskId> startNow,
        List<Task> ready,
        List<Run> active,
        int inReview,
        Map<AgentName, AgentHealth> health,
        Map<AgentName, ProgramStanding> programs,
        Map<TaskId, Map<AgentName, Integer>> failures,
        RoutingMemory memory,
        List<BudgetMark> budgets) {
    public Snapshot {
        startNow = Set.copyOf(startNow);
        ready = List.copyOf(ready);
        active = List.copyOf(active);
        health = Map.copyOf(health);
        programs = Map.copyOf(programs);
        failures = Map.copyOf(failures);
        budgets = List.copyOf(budgets);
    }

    /// The same moment for tasks that need not be ready.
    Snapshot withTasks(
            List<Task> others,
            Map<AgentName, AgentHealth> everyHealth,
            Map<AgentName, ProgramStanding> everyProgram,
            Map<TaskId, Map<AgentName, Integer>> theirFailures,
            RoutingMemory theirMemory) {
        return new Snapshot(
                now,
                paused,
                overloaded,
                startNow,
                others,
                active,
                inReview,
                everyHealth,
                everyProgram,
                theirFailures,
                theirMemory,
                budgets);
    }

    /// How many slots are taken: questions need none.
    int taken() {
        return taken(active);
    }

    static int taken(List<Run> active) {
        return (int) active.stream().filter(run -> !run.kind().isQuestion()).count();
    }

    /// The spent budget that the task has to wait for; what time alone brings back comes last.
    Optional<BudgetMark> spentFor(Task task) {
        return budgets.stream().filter(mark -> mark.holds(task)).max(Snapshot::needsAPerson);
    }

    /// The same for runs about an epic itself.
    Optional<BudgetMark> spentFor(EpicId epic) {
        return budgets.stream().filter(mark -> mark.holds(epic)).max(Snapshot::needsAPerson);
    }

    /// Whether nothing at all may be spent now.
    boolean isDaySpent() {
        return budgets.stream().anyMatch(mark -> mark.isSpent() && mark.scope() == BudgetScope.DAY);
    }

    private static int needsAPerson(BudgetMark one, BudgetMark other) {
        return Boolean.compare(one.endsAt() == null, other.endsAt() == null);
    }

    AgentHealth healthOf(AgentName agent) {
        return health.getOrDefault(agent, AgentHealth.unknown(agent));
    }

    ProgramStanding programOf(AgentName agent) {
        return programs.getOrDefault(agent, new ProgramStanding.Fit());
    }

    int failuresOf(TaskId task, AgentName agent) {
        return failures.getOrDefault(task, Map.of()).getOrDefault(agent, 0);
    }
}
