package dev.fuel.consume;

import dev.fuel.domain.task.Task;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The variables by which what works on a task knows where it is, has ports of its own and finds `fuel`.
public final class TaskVariables {
    private TaskVariables() {}

    /// @param launcher the folder that holds `fuel`; null if it is not known
    /// @param path     the value of `PATH` without it
    public static Map<String, String> of(Task task, Path root, @Nullable Path launcher, String path) {
        Map<String, String> variables = withoutTask(root, launcher, path);
        variables.put("FUEL_TASK_ID", task.id().value());
        variables.put("FUEL_PORT_BASE", Integer.toString(task.portBase()));
        return variables;
    }

    /// Those of what works on no single task.
    public static Map<String, String> withoutTask(Path root, @Nullable Path launcher, String path) {
        Map<String, String> variables = new HashMap<>();
        variables.put("FUEL_PROJECT", root.toString());
        if (launcher != null) {
            variables.put("PATH", launcher + File.pathSeparator + path);
        }
        return variables;
    }
}
