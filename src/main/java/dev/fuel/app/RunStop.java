package dev.fuel.app;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Stops what works on a task and waits until it is settled.
final class RunStop {
    private static final long MOST_SECONDS = 60;

    private final Project project;
    private final Caller caller;

    RunStop(Project project, Caller caller) {
        this.project = project;
        this.caller = caller;
    }

    /// @throws Refusal if it has not ended within a minute
    void stopAllOn(TaskId task) {
        Store store = project.store();
        var changes = new Semaphore(0);
        try (var _ = store.onChange(changes::release)) {
            Optional<Run> running = running(store, task);
            if (running.isEmpty()) {
                return;
            }
            var _ = new RunActions(project, caller)
                    .kill(List.of(running.get().id().value()));
            long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
            while (running(store, task).isPresent()) {
                if (!changes.tryAcquire(limit - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    throw new Refusal(
                            "still_running",
                            "%s has not ended after %d s: see `fuel doctor`"
                                    .formatted(running.get().id(), MOST_SECONDS));
                }
                changes.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", "interrupted while the run of %s was being stopped".formatted(task));
        }
    }

    private static Optional<Run> running(Store store, TaskId task) {
        return store.read(session -> RunQueries.runningOn(session, task));
    }
}
