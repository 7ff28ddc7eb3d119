package dev.fuel.consume;

import dev.fuel.domain.run.ProcessIdentity;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import dev.fuel.gate.Workspace;
import dev.fuel.process.Launch;
import dev.fuel.process.ProcessManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Starts the process of a run of any kind. Beside the loop; touches no database.
final class Launcher {
    private final Ground ground;
    private final ProcessManager processes;

    Launcher(Ground ground, ProcessManager processes) {
        this.ground = ground;
        this.processes = processes;
    }

    /// A run whose process lives.
    record Started(Workspace workspace, ProcessIdentity process) {}

    /// @param task null for a run about an epic
    Started start(Run run, @Nullable Task task, Preparation preparation) {
        ProcessIdentity process = spawn(new Launch(
                run.id(),
                run.token(),
                ground.runDirectory(run).path(),
                preparation.workspace().path(),
                preparation.words(),
                environment(run, task, preparation),
                preparation.prompt(),
                preparation.promptOnStdin()));
        return new Started(preparation.workspace(), process);
    }

    /// What cannot be told of must not go on working.
    private ProcessIdentity spawn(Launch launch) {
        try {
            return processes.spawn(launch);
        } catch (RuntimeException failure) {
            processes.sweep(launch.token());
            throw failure;
        }
    }

    private Map<String, String> environment(Run run, @Nullable Task task, Preparation preparation) {
        Map<String, String> environment = new HashMap<>(preparation.environment());
        environment.put("FUEL_ATTEMPT", Integer.toString(run.attempt()));
        String path = environment.getOrDefault("PATH", ground.environment().getOrDefault("PATH", ""));
        environment.putAll(
                task == null
                        ? TaskVariables.withoutTask(ground.root(), ground.launcher(), path)
                        : TaskVariables.of(task, ground.root(), ground.launcher(), path));
        return environment;
    }
}
