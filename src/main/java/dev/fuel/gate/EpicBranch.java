package dev.fuel.gate;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.git.Landing;
import dev.fuel.git.LandingResult;
import dev.fuel.git.Repository;
import dev.fuel.git.Work;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The branch that an epic's tasks start from and land on.
final class EpicBranch {
    private final Repository repository;
    private final Path fuelDirectory;

    EpicBranch(Repository repository, Path fuelDirectory) {
        this.repository = repository;
        this.fuelDirectory = fuelDirectory;
    }

    /// Brings in what a task of the epic builds on and what has landed outside it since the branch was made: the
    /// base branch is merged, once.
    ///
    /// @param base     the epic's base branch
    /// @param blockers what the task waited for
    /// @throws Refusal if the two cannot be merged; nothing was changed then
    void include(Epic epic, String base, List<Task> blockers) {
        String branch = Repository.branchOf(epic.id());
        String head = repository.resolve(base).orElse("");
        boolean complete = blockers.stream().allMatch(blocker -> isIn(branch, blocker, epic));
        if (complete || head.isEmpty()) {
            return;
        }
        Work work = new Work(base, head, branch, Work.OnMoved.MERGE, "Merge %s into %s".formatted(base, epic.id()));
        if (new Landing(repository, fuelDirectory).land(work)
                instanceof LandingResult.Conflict(String _, List<String> files)) {
            throw new Refusal(
                    "merge_conflict",
                    "cannot bring %s into %s: conflict in %s; merge them by hand in a worktree of %s"
                            .formatted(base, epic.id(), String.join(", ", files), branch));
        }
    }

    /// What has landed in the epic itself is there; what changed nothing is everywhere.
    private boolean isIn(String branch, Task blocker, Epic epic) {
        return blocker.status() != TaskStatus.CLOSED
                || blocker.commit() == null
                || Objects.equals(blocker.epic(), epic.id())
                || repository.isAncestor(blocker.commit(), branch);
    }
}
