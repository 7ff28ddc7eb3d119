package dev.fuel.domain.board;

import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Overlap;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.Waiting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One task as the board shows it.
///
/// @param run       the run that is at work on it
/// @param lastRun   its latest run, running or not, without its final text, claim, error message and `git status`
/// @param epicTitle the title of its epic
/// @param waiting   why it does not start; empty when it may
/// @param blocks    unended tasks that wait for it
/// @param item      its oldest open inbox item
/// @param budgets   what of it, of its epic or its run is nearly spent
/// @param overlaps  other tasks whose workspaces change the same files
public record Card(
        Task task,
        @Nullable Run run,
        @Nullable Run lastRun,
        @Nullable String epicTitle,
        List<Waiting> waiting,
        List<TaskId> blocks,
        @Nullable InboxItem item,
        List<BudgetMark> budgets,
        List<Overlap> overlaps) {
    public Card {
        budgets = List.copyOf(budgets);
        waiting = List.copyOf(waiting);
        blocks = List.copyOf(blocks);
        overlaps = List.copyOf(overlaps);
    }

    /// The diff of its latest run against its base, as `git diff --stat` ends.
    public @Nullable String diffStat() {
        return lastRun == null ? null : lastRun.diffStat();
    }
}
