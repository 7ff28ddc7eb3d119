package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.TASKS;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.task.Waiting;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// Which tasks start next, in which order, and why the others do not.
public final class TaskQueue {
    private final Session session;

    TaskQueue(Session session) {
        this.session = session;
    }

    /// What may start now, in the order in which it should: priority, then the longest chain of tasks that wait for
    /// it, then age.
    public List<Task> ready(int limit) {
        return KeptQueries.get(
                        session.sql(),
                        "ready",
                        () -> session.sql()
                                .selectFrom(TASKS)
                                .where(isStartable(), isDue(session))
                                .orderBy(TASKS.PRIORITY, TASKS.CHAIN.desc(), TASKS.SEQ)
                                .limit(limit),
                        session.now(),
                        limit)
                .fetch(Rows::task);
    }

    /// What waits for its time to go on with a session of this agent.
    public List<TaskId> parkedWith(AgentName agent) {
        return session.sql()
                .select(TASKS.ID)
                .from(TASKS)
                .where(TASKS.NOT_BEFORE.gt(session.now()), TASKS.GOES_ON_WITH.eq(agent.value()))
                .fetch(row -> new TaskId(row.value1()));
    }

    /// What is open or needs work but may not start now.
    public List<Task> blocked(int limit) {
        return session.sql()
                .selectFrom(TASKS)
                .where(
                        TASKS.STATUS.in(TaskStatus.OPEN.word(), TaskStatus.NEEDS_WORK.word()),
                        DSL.not(isStartable().and(isDue(session))))
                .orderBy(TASKS.PRIORITY, TASKS.SEQ)
                .limit(limit)
                .fetch(Rows::task);
    }

    /// Why each of the tasks does not start; an empty list for those that may.
    public Map<TaskId, List<Waiting>> waiting(Collection<Task> tasks) {
        return new WaitingQuery(session).waiting(tasks);
    }

    /// When the clock alone will next make a task ready; empty if it never will.
    public Optional<Instant> nextDue() {
        return KeptQueries.get(
                        session.sql(),
                        "next due",
                        () -> session.sql()
                                .select(TASKS.NOT_BEFORE)
                                .from(TASKS)
                                .where(TASKS.NOT_BEFORE.gt(session.now()), isStartable())
                                .orderBy(TASKS.NOT_BEFORE)
                                .limit(DSL.inline(1)),
                        session.now())
                .fetchFirst(row -> row.value1());
    }

    /// Written out, so that SQLite sees the condition of the partial index.
    static Condition isStartable() {
        return DSL.condition("{0} = 1", TASKS.STARTABLE);
    }

    static Condition isDue(Session session) {
        Field<Instant> notBefore = TASKS.NOT_BEFORE;
        return notBefore.isNull().or(notBefore.le(session.now()));
    }
}
