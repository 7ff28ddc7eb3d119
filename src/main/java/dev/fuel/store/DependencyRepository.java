package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.TASKS;
import static dev.fuel.store.jooq.Tables.TASK_DEPENDENCIES;
import static dev.fuel.store.jooq.Tables.UNSATISFIED_BLOCKERS;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.task.DependencyKind;
import dev.fuel.domain.task.TaskId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// Which tasks wait for which.
public final class DependencyRepository {
    private final Session session;

    DependencyRepository(Session session) {
        this.session = session;
    }

    /// Lets one task wait for another; does nothing if it already does.
    ///
    /// @throws Refusal if either is unknown, if they are the same, or if that would close a cycle
    public void add(TaskId task, TaskId blocker) {
        session.tasks().requireKnown(task);
        session.tasks().requireKnown(blocker);
        requireTwo(task, blocker);
        requireNoCycle(task, blocker, path(blocker, task));
        link(task, blocker, DependencyKind.BLOCKS);
        updateChains(Set.of(blocker));
    }

    /// For linking more than a few.
    public ManyDependencies many() {
        return new ManyDependencies(session);
    }

    static void requireTwo(TaskId task, TaskId blocker) {
        if (task.equals(blocker)) {
            throw new Refusal("dependency_on_itself", "%s cannot wait for itself".formatted(task));
        }
    }

    /// @param path from the blocker to the task, over what each waits for
    static void requireNoCycle(TaskId task, TaskId blocker, List<TaskId> path) {
        if (!path.isEmpty()) {
            throw new Refusal(
                    "dependency_cycle",
                    "%s cannot wait for %s, that would be a cycle: %s → %s"
                            .formatted(
                                    task,
                                    blocker,
                                    task,
                                    path.stream().map(TaskId::value).collect(Collectors.joining(" → "))));
        }
    }

    /// Says that the work on another task has brought this one up.
    ///
    /// @throws Refusal if either is unknown, or they are the same
    public void addOrigin(TaskId task, TaskId origin) {
        session.tasks().requireKnown(task);
        session.tasks().requireKnown(origin);
        requireNotItsOwnOrigin(task, origin);
        link(task, origin, DependencyKind.DISCOVERED_FROM);
    }

    static void requireNotItsOwnOrigin(TaskId task, TaskId origin) {
        if (task.equals(origin)) {
            throw new Refusal("dependency_on_itself", "%s cannot come from itself".formatted(task));
        }
    }

    /// Lets a task wait for another no more.
    ///
    /// @return whether it did
    public boolean remove(TaskId task, TaskId blocker) {
        int removed = session.sql()
                .deleteFrom(TASK_DEPENDENCIES)
                .where(
                        TASK_DEPENDENCIES.TASK_ID.eq(task.value()),
                        TASK_DEPENDENCIES.BLOCKER_ID.eq(blocker.value()),
                        isBlocking())
                .execute();
        if (removed > 0) {
            session.record(task.value(), "dependency_removed", null, null, blocker.value());
            updateChains(Set.of(blocker));
        }
        return removed > 0;
    }

    /// What the task waits for or once waited for, in the order of creation.
    public List<TaskId> blockers(TaskId task) {
        return linked(TASK_DEPENDENCIES.BLOCKER_ID, TASK_DEPENDENCIES.TASK_ID, task, DependencyKind.BLOCKS);
    }

    /// What waits or once waited for the task, in the order of creation.
    public List<TaskId> dependants(TaskId task) {
        return linked(TASK_DEPENDENCIES.TASK_ID, TASK_DEPENDENCIES.BLOCKER_ID, task, DependencyKind.BLOCKS);
    }

    /// The tasks whose work brought this one up.
    public List<TaskId> discoveredFrom(TaskId task) {
        return linked(TASK_DEPENDENCIES.BLOCKER_ID, TASK_DEPENDENCIES.TASK_ID, task, DependencyKind.DISCOVERED_FROM);
    }

    /// All pairs of a waiting task and its blocker, for trees and exports.
    public Map<TaskId, List<TaskId>> all() {
        return session.sql()
                .select(TASK_DEPENDENCIES.TASK_ID, TASK_DEPENDENCIES.BLOCKER_ID)
                .from(TASK_DEPENDENCIES)
                .where(isBlocking())
                .fetchGroups(row -> new TaskId(row.value1()), row -> new TaskId(row.value2()));
    }

    /// The tasks that this one keeps from starting.
    List<TaskId> waitingFor(TaskId blocker) {
        // Through the dependencies, which have an index by blocker; the view then looks at those few only.
        return session.sql()
                .select(UNSATISFIED_BLOCKERS.TASK_ID)
                .from(UNSATISFIED_BLOCKERS)
                .where(UNSATISFIED_BLOCKERS.BLOCKER_ID.eq(blocker.value()))
                .fetch(row -> new TaskId(row.value1()));
    }

    /// @param task  known, as the other is
    void link(TaskId task, TaskId other, DependencyKind kind) {
        int added = KeptQueries.change(
                session.sql(),
                "link",
                () -> session.sql()
                        .insertInto(TASK_DEPENDENCIES)
                        .set(TASK_DEPENDENCIES.TASK_ID, task.value())
                        .set(TASK_DEPENDENCIES.BLOCKER_ID, other.value())
                        .set(TASK_DEPENDENCIES.KIND, kind.word())
                        .onConflictDoNothing(),
                task.value(),
                other.value(),
                kind.word());
        if (added > 0) {
            String what = kind == DependencyKind.BLOCKS ? "dependency_added" : "discovered_from";
            session.record(task.value(), what, null, null, other.value());
        }
    }

    void updateChainsOfBlockersOf(TaskId task) {
        updateChains(blockers(task));
    }

    /// Recomputes the chains of these tasks and, level by level, of all that they wait for in turn, as far as
    /// something changes. Ends because there is no cycle.
    private void updateChains(Collection<TaskId> tasks) {
        Collection<TaskId> level = tasks;
        while (!level.isEmpty()) {
            List<TaskId> changed = ChainLengths.update(session, level);
            level = changed.isEmpty() ? List.of() : blockersOf(changed).keySet();
        }
    }

    /// From one task over what it waits for to the other; empty if there is no such way.
    private List<TaskId> path(TaskId from, TaskId to) {
        Map<TaskId, @Nullable TaskId> cameFrom = new HashMap<>();
        cameFrom.put(from, null);
        Collection<TaskId> level = List.of(from);
        while (!level.isEmpty()) {
            Set<TaskId> next = new HashSet<>();
            for (var step : blockersOf(level).entrySet()) {
                if (!cameFrom.containsKey(step.getKey())) {
                    cameFrom.put(step.getKey(), step.getValue());
                    next.add(step.getKey());
                }
            }
            if (next.contains(to)) {
                return backFrom(to, cameFrom);
            }
            level = next;
        }
        return List.of();
    }

    /// @param cameFrom the step before each
    static List<TaskId> backFrom(TaskId end, Map<TaskId, @Nullable TaskId> cameFrom) {
        List<TaskId> path = new ArrayList<>();
        for (TaskId step = end; step != null; step = cameFrom.get(step)) {
            path.addFirst(step);
        }
        return path;
    }

    /// Each blocker of the tasks, with one of the tasks that wait for it.
    private Map<TaskId, TaskId> blockersOf(Collection<TaskId> tasks) {
        Map<TaskId, TaskId> blockers = new HashMap<>();
        session.sql()
                .select(TASK_DEPENDENCIES.BLOCKER_ID, TASK_DEPENDENCIES.TASK_ID)
                .from(TASK_DEPENDENCIES)
                .where(IdList.in(TASK_DEPENDENCIES.TASK_ID, tasks), isBlocking())
                .forEach(row -> blockers.putIfAbsent(new TaskId(row.value1()), new TaskId(row.value2())));
        return blockers;
    }

    private List<TaskId> linked(Field<String> wanted, Field<String> given, TaskId task, DependencyKind kind) {
        return KeptQueries.get(
                        session.sql(),
                        "linked by " + given.getName(),
                        () -> session.sql()
                                .select(wanted)
                                .from(TASK_DEPENDENCIES)
                                .join(TASKS)
                                .on(TASKS.ID.eq(wanted))
                                .where(given.eq(task.value()), TASK_DEPENDENCIES.KIND.eq(kind.word()))
                                .orderBy(TASKS.SEQ),
                        task.value(),
                        kind.word())
                .fetch(row -> new TaskId(row.value1()));
    }

    private static Condition isBlocking() {
        return TASK_DEPENDENCIES.KIND.eq(DependencyKind.BLOCKS.word());
    }
}
