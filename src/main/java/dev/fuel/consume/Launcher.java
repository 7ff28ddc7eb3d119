package dev.fuel.consume;

import dev.fuel.domain.run.ProcessIdentity;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import dev.fuel.gate.Workspace;
import dev.fuel.process.Launch;
import dev.fuel.process.ProcessManager;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Starts the process of a run of any kind. Beside the loop; touches no database.
final class Launcher {
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS_PER_WORKSPACE = 20;
    private static final int PORT_BLOCKS = 1_000;

    private final Ground ground;
    private final ProcessManager processes;

    Launcher(Ground ground, ProcessManager processes) {
        this.ground = ground;
        this.processes = processes;
    }

    /// A run whose process lives.
    record Started(Workspace workspace, ProcessIdentity process) {}

    /// @param task what it is about; null for a run about an epic
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
        environment.put("FUEL_PROJECT", ground.root().toString());
        environment.put("FUEL_ATTEMPT", Integer.toString(run.attempt()));
        if (task != null) {
            environment.put("FUEL_TASK_ID", task.id().value());
            environment.put(
                    "FUEL_PORT_BASE", Long.toString(FIRST_PORT + task.seq() % PORT_BLOCKS * PORTS_PER_WORKSPACE));
        }
        Path launcher = ground.launcher();
        if (launcher != null) {
            String path = environment.getOrDefault("PATH", ground.environment().getOrDefault("PATH", ""));
            environment.put("PATH", launcher + File.pathSeparator + path);
        }
        return environment;
    }
}
