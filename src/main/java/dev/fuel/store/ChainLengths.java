package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.TASKS;

import dev.fuel.domain.Word;
import dev.fuel.domain.task.Chains;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.BatchBindStep;
import org.jooq.impl.DSL;

/// `tasks.chain`: how many unended tasks in a row wait for a task, at the longest; 0 when none waits.
final class ChainLengths {
    private ChainLengths() {}

    /// Recomputes the chains of these tasks from those of the tasks that wait for them.
    ///
    /// @return the tasks whose chain has changed
    static List<TaskId> update(Session session, Collection<TaskId> tasks) {
        var chain = DSL.field("""
                (SELECT coalesce(max(w.chain + 1), 0)
                 FROM task_dependencies d JOIN tasks w ON w.id = d.task_id
                 WHERE d.blocker_id = tasks.id AND d.kind = 'blocks' AND w.status NOT IN ('closed', 'cancelled'))
                """, Integer.class);
        return session.sql()
                .update(TASKS)
                .set(TASKS.CHAIN, chain)
                .where(IdList.in(TASKS.ID, tasks), TASKS.CHAIN.ne(chain))
                .returning(TASKS.ID)
                .fetch(row -> new TaskId(row.getId()));
    }

    /// Computes the chains of all tasks from nothing but the dependencies.
    ///
    /// @throws dev.fuel.domain.Refusal if those close a cycle
    static void computeAll(Session session) {
        Map<TaskId, Integer> before = new HashMap<>();
        Set<TaskId> unended = new HashSet<>();
        session.sql().select(TASKS.ID, TASKS.CHAIN, TASKS.STATUS).from(TASKS).forEach(row -> {
            TaskId id = new TaskId(row.value1());
            before.put(id, row.value2());
            if (!Word.of(TaskStatus.class, row.value3()).isEnded()) {
                unended.add(id);
            }
        });
        Map<TaskId, Integer> after = Chains.lengths(session.dependencies().all(), unended);
        BatchBindStep changes = session.sql()
                .batch(session.sql().update(TASKS).set(TASKS.CHAIN, 0).where(TASKS.ID.eq("")));
        before.forEach((id, length) -> {
            int right = after.getOrDefault(id, 0);
            if (length != right) {
                BatchBindStep _ = changes.bind(right, id.value());
            }
        });
        if (changes.size() > 0) {
            int[] _ = changes.execute();
        }
    }
}
