package dev.fuel.cli;

import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import java.util.List;
import java.util.stream.Collectors;

/// What commands say after a change: the id, what became of it, and its title.
final class Sentences {
    private Sentences() {}

    /// `f-8a2b3c  closed  Write the parser`.
    static void print(Output output, Task task, String what) {
        output.line(Role.LINK.of(task.id().value()), Span.of("  " + what + "  "), Role.DIM.of(task.title()));
    }

    /// Which tasks need not wait any more; nothing if there are none.
    static void printReleased(Output output, List<TaskId> released) {
        if (!released.isEmpty()) {
            output.line(Span.of("  no longer waiting for it: " + join(released)));
        }
    }

    static String join(List<TaskId> tasks) {
        return tasks.stream().map(TaskId::value).collect(Collectors.joining(", "));
    }
}
