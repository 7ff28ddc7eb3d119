package dev.fuel.app;

import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.Waiting;
import java.util.List;

/// A task, and why it does not start; no reason if it may.
public record WaitingTask(Task task, List<Waiting> reasons) {
    public WaitingTask {
        reasons = List.copyOf(reasons);
    }
}
