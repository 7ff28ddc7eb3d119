package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.EPICS;
import static dev.fuel.store.jooq.Tables.TASKS;
import static dev.fuel.store.jooq.Tables.TASK_DEPENDENCIES;

import dev.fuel.domain.Word;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.task.DependencyKind;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Readiness;
import dev.fuel.domain.task.Readiness.Blocker;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.task.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.DSL;

/// Why tasks wait: fetches what {@link Readiness} needs for any number of tasks in two queries.
final class WaitingQuery {
    private final Session session;

    WaitingQuery(Session session) {
        this.session = session;
    }

    Map<TaskId, List<Waiting>> waiting(Collection<Task> tasks) {
        Map<TaskId, List<Blocker>> blockers = blockers(tasks.stream()
                .filter(task -> task.openBlockers() > 0)
                .map(Task::id)
                .toList());
        Map<EpicId, Set<Hold>> held = heldEpics(tasks.stream()
                .map(Task::epic)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        List<BudgetMark> budgets =
                tasks.isEmpty() ? List.of() : session.budgets().inForce();
        Map<TaskId, List<Waiting>> waiting = new LinkedHashMap<>();
        for (Task task : tasks) {
            Set<Hold> epicHeldBy = task.epic() == null ? Set.of() : held.getOrDefault(task.epic(), Set.of());
            waiting.put(
                    task.id(),
                    Readiness.waiting(
                            task,
                            blockers.getOrDefault(task.id(), List.of()),
                            epicHeldBy,
                            budgets.stream().filter(mark -> mark.holds(task)).toList(),
                            session.now()));
        }
        return waiting;
    }

    private Map<TaskId, List<Blocker>> blockers(Collection<TaskId> tasks) {
        Map<TaskId, List<Blocker>> blockers = new HashMap<>();
        if (tasks.isEmpty()) {
            return blockers;
        }
        KeptQueries.get(session.sql(), "blockers", () -> selectBlockers(tasks), IdList.json(tasks))
                .forEach(row -> blockers.computeIfAbsent(new TaskId(row.value1()), _ -> new ArrayList<>())
                        .add(new Blocker(
                                new TaskId(row.value2()),
                                Word.of(TaskStatus.class, row.value3()),
                                Rows.orNull(row.value4(), EpicId::new),
                                row.value5() != null)));
        return blockers;
    }

    private Select<Record5<String, String, String, String, Instant>> selectBlockers(Collection<TaskId> tasks) {
        return session.sql()
                .select(TASK_DEPENDENCIES.TASK_ID, TASKS.ID, TASKS.STATUS, TASKS.EPIC_ID, EPICS.APPROVED_AT)
                .from(TASK_DEPENDENCIES)
                .join(TASKS)
                .on(TASKS.ID.eq(TASK_DEPENDENCIES.BLOCKER_ID))
                .leftJoin(EPICS)
                .on(EPICS.ID.eq(TASKS.EPIC_ID))
                .where(
                        IdList.in(TASK_DEPENDENCIES.TASK_ID, tasks),
                        TASK_DEPENDENCIES.KIND.eq(DSL.inline(DependencyKind.BLOCKS.word())))
                .orderBy(TASKS.SEQ);
    }

    private Map<EpicId, Set<Hold>> heldEpics(Collection<EpicId> epics) {
        if (epics.isEmpty()) {
            return Map.of();
        }
        Map<EpicId, Set<Hold>> held = new HashMap<>();
        KeptQueries.get(
                        session.sql(),
                        "held epics",
                        () -> session.sql()
                                .select(EPICS.ID, EPICS.HELD_BY)
                                .from(EPICS)
                                .where(IdList.in(EPICS.ID, epics), EPICS.HELD_BY.ne(DSL.inline(""))),
                        IdList.json(epics))
                .forEach(row -> held.put(new EpicId(row.value1()), WordSet.parse(Hold.class, row.value2())));
        return held;
    }
}
