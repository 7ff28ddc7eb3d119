package dev.fuel.git;

import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.task.TaskId;

/// Finished work that is to land.
///
/// @param branch  where it is
/// @param head    the commit that was checked: nothing else lands
/// @param target  the branch that it goes onto
/// @param onMoved what to do when the target has moved on meanwhile
/// @param message of the merge commit, where one is needed
public record Work(String branch, String head, String target, OnMoved onMoved, String message) {
    /// The two ways to bring diverged branches together.
    public enum OnMoved {
        REBASE,
        MERGE
    }

    /// A task without an epic: its branch is put on top of the base branch.
    public static Work ofTask(TaskId task, String title, String head, String baseBranch) {
        return new Work(Repository.branchOf(task), head, baseBranch, OnMoved.REBASE, message(task.value(), title));
    }

    public static Work ofTask(TaskId task, String title, String head, EpicId epic) {
        return new Work(
                Repository.branchOf(task),
                head,
                Repository.branchOf(epic),
                OnMoved.MERGE,
                message(task.value(), title));
    }

    public static Work ofEpic(EpicId epic, String title, String head, String baseBranch) {
        return new Work(Repository.branchOf(epic), head, baseBranch, OnMoved.MERGE, message(epic.value(), title));
    }

    private static String message(String id, String title) {
        return "Merge %s: %s".formatted(id, title);
    }
}
