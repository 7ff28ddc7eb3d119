package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import dev.fuel.gate.Workspaces;
import dev.fuel.git.Repository;
import dev.fuel.git.RunRefs;
import dev.fuel.git.Snapshots;
import dev.fuel.git.WorkInspection;
import dev.fuel.git.WorkState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers what an ended work run left: reads its output with its driver and its workspace with git, and keeps its
/// head and what it left uncommitted. Touches no database; runs beside the loop and may be repeated.
final class WorkEndings {
    private final Ground ground;
    private final Workspaces workspaces;

    WorkEndings(Ground ground, Workspaces workspaces) {
        this.ground = ground;
        this.workspaces = workspaces;
    }

    Evidence gather(Run run, Task task, @Nullable Epic epic, @Nullable Integer exitCode, FuelConfig config) {
        return AgentReading.of(ground, run, exitCode, config).with(work(run, task, epic, config));
    }

    private @Nullable WorkState work(Run run, Task task, @Nullable Epic epic, FuelConfig config) {
        Repository repository = ground.repository();
        if (repository == null || run.workspacePath() == null || run.baseCommit() == null) {
            return null;
        }
        Path workspace = Path.of(run.workspacePath());
        if (workspace.equals(ground.root())) {
            return null;
        }
        if (!Files.isDirectory(workspace)) {
            // Somebody deleted the folder; what was committed is still on the branch.
            workspaces.prepare(task, epic, List.of(), config.workspace());
        }
        WorkState work = WorkInspection.inspect(repository, workspace, run.baseCommit());
        if (!work.commits().isEmpty()) {
            new RunRefs(repository).keep(run.id(), work.head());
        }
        if (!work.isClean()) {
            new Snapshots(repository).save(workspace, run.id());
        }
        return work;
    }
}
