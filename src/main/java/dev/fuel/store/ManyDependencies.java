package dev.fuel.store;

import dev.fuel.domain.task.DependencyKind;
import dev.fuel.domain.task.TaskId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Links many tasks in one transaction, as {@link DependencyRepository#add} does one by one: what waits for what is
/// read once, cycles are looked for in memory, and the chains are computed at the end.
public final class ManyDependencies {
    private final Session session;
    private final Map<TaskId, Set<TaskId>> blockers = new HashMap<>();
    private final Set<TaskId> waitedFor = new HashSet<>();
    private final Set<TaskId> known = new HashSet<>();

    ManyDependencies(Session session) {
        this.session = session;
        session.dependencies().all().forEach((task, those) -> {
            blockers.put(task, new LinkedHashSet<>(those));
            waitedFor.addAll(those);
        });
    }

    /// @throws dev.fuel.domain.Refusal if either is unknown, if they are the same, or if that would close a cycle
    public void add(TaskId task, TaskId blocker) {
        requireKnown(task, blocker);
        DependencyRepository.requireTwo(task, blocker);
        DependencyRepository.requireNoCycle(task, blocker, path(blocker, task));
        session.dependencies().link(task, blocker, DependencyKind.BLOCKS);
        blockers.computeIfAbsent(task, _ -> new LinkedHashSet<>()).add(blocker);
        waitedFor.add(blocker);
    }

    /// As {@link DependencyRepository#addOrigin}.
    public void addOrigin(TaskId task, TaskId origin) {
        requireKnown(task, origin);
        DependencyRepository.requireNotItsOwnOrigin(task, origin);
        session.dependencies().link(task, origin, DependencyKind.DISCOVERED_FROM);
    }

    /// Asks the database once for each.
    private void requireKnown(TaskId... tasks) {
        for (TaskId task : tasks) {
            if (!known.contains(task)) {
                session.tasks().requireKnown(task);
                known.add(task);
            }
        }
    }

    /// To be called after the last one.
    public void close() {
        ChainLengths.computeAll(session);
    }

    /// From one task over what it waits for to the other; empty if there is no such way.
    private List<TaskId> path(TaskId from, TaskId to) {
        if (!waitedFor.contains(to)) {
            return List.of();
        }
        Map<TaskId, @Nullable TaskId> cameFrom = new HashMap<>();
        cameFrom.put(from, null);
        Deque<TaskId> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            TaskId step = next.remove();
            for (TaskId blocker : blockers.getOrDefault(step, Set.of())) {
                if (!cameFrom.containsKey(blocker)) {
                    cameFrom.put(blocker, step);
                    next.add(blocker);
                }
            }
            if (cameFrom.containsKey(to)) {
                return DependencyRepository.backFrom(to, cameFrom);
            }
        }
        return List.of();
    }
}
