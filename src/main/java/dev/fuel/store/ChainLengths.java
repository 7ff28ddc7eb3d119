package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.TASKS;

import dev.fuel.domain.task.TaskId;
import java.util.Collection;
import java.util.List;
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
}
