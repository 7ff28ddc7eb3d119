package dev.fuel.store;

import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A store on a real file, with a clock that tests set.
final class StoreFixture implements AutoCloseable, InstantSource {
    static final AgentName AGENT = new AgentName("claude");

    final Path file;
    final Store store;
    private Instant now = Instant.parse("2026-01-02T14:00:00Z");

    StoreFixture(Path folder) {
        this(folder, 42);
    }

    /// @param seed two stores of one seed give their first things the same ids
    StoreFixture(Path folder, long seed) {
        file = folder.resolve("agent.db");
        store = Store.open(file, this, new Random(seed));
    }

    Task add(String title, TaskId... blockers) {
        return add(title, null, blockers);
    }

    Task add(String title, @Nullable EpicId epic, TaskId... blockers) {
        NewTask task = new NewTask(
                title,
                "",
                TaskType.FEATURE,
                Priority.DEFAULT,
                Complexity.SIMPLE,
                Collections.emptySortedSet(),
                List.of(blockers),
                null,
                epic,
                null);
        return store.write(Actor.CLI, session -> session.tasks().add(task));
    }

    List<TaskId> ready() {
        return store.read(
                session -> session.queue().ready(1_000).stream().map(Task::id).toList());
    }

    Task task(TaskId id) {
        return store.read(session -> session.tasks().get(id));
    }

    void wait(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void close() {
        store.close();
    }
}
