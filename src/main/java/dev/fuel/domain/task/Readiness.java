package dev.fuel.domain.task;

import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.epic.EpicId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When a task may start. The ready queue of the store gives the same answer by index.
public final class Readiness {
    private Readiness() {}

    /// A task that another one waits for.
    ///
    /// @param epicApproved whether its epic has been approved, and so merged
    public record Blocker(
            TaskId id, TaskStatus status, @Nullable EpicId epic, boolean epicApproved) {
        /// A cancelled task lets go. A closed one does when its work is on the branch that the waiting task
        /// starts from: it has no epic, the same epic, or an epic that has been approved.
        public boolean letsGo(@Nullable EpicId waitingTasksEpic) {
            return switch (status) {
                case CANCELLED -> true;
                case CLOSED -> epic == null || Objects.equals(epic, waitingTasksEpic) || epicApproved;
                case OPEN, IN_PROGRESS, REVIEW, NEEDS_WORK -> false;
            };
        }
    }

    /// Why the task does not start now; empty when it is ready.
    ///
    /// @param spent the budgets that hold it
    public static List<Waiting> waiting(
            Task task, Collection<Blocker> blockers, Set<Hold> epicHeldBy, List<BudgetMark> spent, Instant now) {
        if (!task.status().isClaimable()) {
            return List.of(new Waiting.Status(task.status()));
        }
        List<Waiting> reasons = new ArrayList<>();
        task.heldBy().stream().sorted().map(Waiting.Held::new).forEach(reasons::add);
        if (task.needsHuman()) {
            reasons.add(new Waiting.NeedsHuman());
        }
        addBlockers(reasons, task.epic(), blockers);
        if (task.epic() != null) {
            EpicId epic = task.epic();
            epicHeldBy.stream().sorted().forEach(by -> reasons.add(new Waiting.EpicHeld(epic, by)));
        }
        spent.stream().map(Waiting.OverBudget::new).forEach(reasons::add);
        if (task.notBefore() != null && now.isBefore(task.notBefore())) {
            reasons.add(new Waiting.NotBefore(task.notBefore()));
        }
        return List.copyOf(reasons);
    }

    private static void addBlockers(List<Waiting> reasons, @Nullable EpicId epic, Collection<Blocker> blockers) {
        List<TaskId> unended = new ArrayList<>();
        for (Blocker blocker : blockers) {
            if (blocker.letsGo(epic)) {
                continue;
            }
            if (blocker.status().isEnded() && blocker.epic() != null) {
                reasons.add(new Waiting.ForApproval(blocker.id(), blocker.epic()));
            } else {
                unended.add(blocker.id());
            }
        }
        if (!unended.isEmpty()) {
            reasons.add(new Waiting.ForTasks(unended));
        }
    }
}
