package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Event;
import dev.fuel.domain.Identifier;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.gate.Workspaces;
import dev.fuel.git.GitFailure;
import dev.fuel.git.Repository;
import dev.fuel.git.WorkInspection;
import dev.fuel.git.Worktrees;
import dev.fuel.process.DirectoryWatch;
import dev.fuel.store.Store;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Sees in git which files the live workspaces change and writes it down, so that every process can tell which tasks
/// are at work on the same ones.
///
/// It looks when something moved: git wrote into the worktree's own folder, the agent said something, a run ended. What
/// comes in a burst is one look, and after each look it rests for {@value #RESTS} times as long as the look took:
/// however busy the agents are, it costs less than a hundredth of one processor. Looks are made on one thread of its
/// own.
final class OverlapRadar implements AutoCloseable {
    private static final Duration SETTLING = Duration.ofMillis(500);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    private static final Duration LEAVING = Duration.ofSeconds(10);
    private static final int RESTS = 300;

    /// Of a workspace that changes more, the first in the order of their names are known.
    private static final int MOST_FILES = 2_000;

    private final Ground ground;
    private final Store store;
    private final Workspaces workspaces;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition ending = lock.newCondition();
    private final Set<TaskId> due = new LinkedHashSet<>();
    private final Set<TaskId> unreadable = new HashSet<>();
    private final Map<TaskId, List<DirectoryWatch.Registration>> watched = new HashMap<>();
    private @Nullable DirectoryWatch watch;
    private @Nullable Thread thread;
    private boolean closed;

    OverlapRadar(Ground ground, Workspaces workspaces) {
        this.ground = ground;
        this.store = ground.store();
        this.workspaces = workspaces;
    }

    /// Looks at every workspace that is there, and watches those in which runs are at work.
    OverlapRadar begin(FuelConfig config) {
        if (workspaces.usesWorktrees(config.workspace())) {
            thread = Thread.ofVirtual().name("overlap-radar").start(this::work);
            lookAt(store.read(session -> session.workspaces().tasks()));
            lookAt(workspaces.worktrees());
            store.read(session -> session.runs().running()).forEach(this::watch);
        }
        return this;
    }

    /// Owned by the loop's thread.
    void of(List<Event> events) {
        if (thread == null) {
            return;
        }
        for (Event event : events) {
            switch (event.what()) {
                case "run_started" -> run(event).ifPresent(this::watch);
                case "run_ended" -> run(event).ifPresent(this::leave);
                case "work_discarded" -> {
                    if (Identifier.isValid(TaskId.PREFIX, event.entityId())) {
                        lookAt(List.of(new TaskId(event.entityId())));
                    }
                }
                default -> {
                    // No other change of the database moves files.
                }
            }
        }
    }

    private Optional<Run> run(Event event) {
        return store.read(session -> session.runs().find(new RunId(event.entityId())))
                .filter(run -> run.task() != null && run.workspacePath() != null);
    }

    private void watch(Run run) {
        TaskId task = run.task();
        if (task == null || !workspaces.hasWorktree(task) || watched.containsKey(task)) {
            return;
        }
        DirectoryWatch folders = watch == null ? new DirectoryWatch() : watch;
        watch = folders;
        List<Path> moving = List.of(
                new Worktrees(repository())
                        .writtenBy(workspaces.worktreePath(task))
                        .getLast(),
                ground.runDirectory(run).path());
        watched.put(
                task,
                moving.stream()
                        .filter(Files::isDirectory)
                        .map(folder -> folders.watch(folder, () -> lookAt(List.of(task))))
                        .toList());
        lookAt(List.of(task));
    }

    private void leave(Run run) {
        TaskId task = Objects.requireNonNull(run.task());
        watched.getOrDefault(task, List.of()).forEach(DirectoryWatch.Registration::close);
        watched.remove(task);
        lookAt(List.of(task));
    }

    private void lookAt(Collection<TaskId> tasks) {
        lock.lock();
        try {
            due.addAll(tasks);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try {
            for (List<TaskId> tasks = next(); !tasks.isEmpty(); tasks = next()) {
                long begun = System.nanoTime();
                tasks.forEach(this::look);
                rest(Math.min(LONGEST_REST.toNanos(), (System.nanoTime() - begun) * RESTS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for something to look at; nothing when it is closed and all has been seen.
    private List<TaskId> next() throws InterruptedException {
        lock.lock();
        try {
            while (due.isEmpty() && !closed) {
                changed.await();
            }
            rest(SETTLING.toNanos());
            List<TaskId> tasks = new ArrayList<>(due);
            due.clear();
            return tasks;
        } finally {
            lock.unlock();
        }
    }

    /// Not when it is closed: what is due is seen before it ends.
    private void rest(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (left > 0 && !closed) {
                left = ending.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void look(TaskId task) {
        try {
            replace(task, files(task));
            unreadable.remove(task);
        } catch (GitFailure | UncheckedIOException failure) {
            // It was removed while it was looked at, or somebody has damaged it: no reason to end.
            replace(task, Set.of());
            if (workspaces.hasWorktree(task) && unreadable.add(task)) {
                store.change(
                        Actor.CONSUMER,
                        session -> session.events()
                                .add(task.value(), "overlaps_unknown", String.valueOf(failure.getMessage())));
            }
        }
    }

    private Set<String> files(TaskId id) {
        Task task = store.read(session -> session.tasks().find(id)).orElse(null);
        if (task == null || task.status().isEnded() || task.baseCommit() == null || !workspaces.hasWorktree(id)) {
            return Set.of();
        }
        Set<String> files = WorkInspection.touched(repository(), workspaces.worktreePath(id), task.baseCommit());
        return new LinkedHashSet<>(files.stream().limit(MOST_FILES).toList());
    }

    private void replace(TaskId task, Set<String> files) {
        if (!store.read(session -> session.workspaces().filesOf(task)).equals(files)) {
            store.change(Actor.CONSUMER, session -> session.workspaces().replace(task, files));
        }
    }

    private Repository repository() {
        return Objects.requireNonNull(ground.repository());
    }

    /// Sees what is due, and ends.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            ending.signalAll();
        } finally {
            lock.unlock();
        }
        if (watch != null) {
            watch.close();
        }
        try {
            if (thread != null && !thread.join(LEAVING)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
