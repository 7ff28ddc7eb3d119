package dev.fuel.app;

import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.Spending;
import dev.fuel.domain.task.Overlap;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.Waiting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that matters about one task, from one snapshot.
///
/// @param waiting    why it does not start; empty if it may
/// @param blockers   what it waits or waited for
/// @param dependants what waits or waited for it
/// @param origins    the tasks whose work brought it up
/// @param runs       oldest first
/// @param items      its open inbox items
/// @param spending   of all its runs
/// @param budgets    what it, its runs or its epic have nearly spent
/// @param overlaps   other tasks whose workspaces change the same files
public record TaskStory(
        Task task,
        List<Waiting> waiting,
        List<Task> blockers,
        List<Task> dependants,
        List<Task> origins,
        @Nullable Epic epic,
        List<Run> runs,
        @Nullable Review lastReview,
        List<InboxItem> items,
        Spending spending,
        List<BudgetMark> budgets,
        List<Overlap> overlaps) {
    public TaskStory {
        budgets = List.copyOf(budgets);
        waiting = List.copyOf(waiting);
        blockers = List.copyOf(blockers);
        dependants = List.copyOf(dependants);
        origins = List.copyOf(origins);
        runs = List.copyOf(runs);
        items = List.copyOf(items);
        overlaps = List.copyOf(overlaps);
    }
}
