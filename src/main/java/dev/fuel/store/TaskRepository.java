package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.TASKS;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.Word;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.store.jooq.tables.records.TasksRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Tasks: adding, finding, moving and claiming. Their fields are changed through {@link TaskChanges}.
public final class TaskRepository {
    /// The lowest block of ports that no task has. Read from the index of the few that have one.
    private static final Field<Integer> FREE_PORT_BLOCK = DSL.field("""
            (select min(b.free) from (select 0 as free union all
                select port_block + 1 from tasks where port_block is not null) b
                where b.free not in (select port_block from tasks where port_block is not null))""", Integer.class);

    private final Session session;

    TaskRepository(Session session) {
        this.session = session;
    }

    /// Adds a task; who acts in the session is its creator.
    ///
    /// @throws Refusal if a blocker or the epic is unknown, or the epic has been approved
    public Task add(NewTask task) {
        TasksRecord row = fresh(task);
        KeptQueries.insert(session.sql(), "new task", TASKS, row);
        TaskId id = new TaskId(row.getId());
        hasCome(id, task);
        return get(id);
    }

    /// The row of a task that is to be added, with an id of its own.
    TasksRecord fresh(NewTask task) {
        if (task.epic() != null) {
            requireOpen(task.epic());
        }
        TasksRecord row = new TasksRecord();
        row.setId(FreshId.of(session, TaskId.PREFIX, TASKS, TASKS.ID));
        row.setSeq(FreshId.nextSeq(session, TASKS, TASKS.SEQ));
        row.setTitle(task.title());
        row.setDescription(task.description());
        row.setType(task.type().word());
        row.setPriority(task.priority().value());
        row.setComplexity(task.complexity().word());
        row.setLabels(WordSet.ofTexts(task.labels()));
        row.setEpicId(task.epic() == null ? null : task.epic().value());
        row.setAgent(task.agent() == null ? null : task.agent().value());
        row.setCreatedBy(session.actor().value());
        row.setCreatedAt(session.now());
        row.setUpdatedAt(session.now());
        return row;
    }

    /// What comes of a task whose row has been inserted.
    void hasCome(TaskId id, NewTask task) {
        session.record(id.value(), "task_added", null, TaskStatus.OPEN.word(), task.title());
        DependencyRepository dependencies = session.dependencies();
        task.blockedBy().stream().distinct().forEach(blocker -> dependencies.add(id, blocker));
        if (task.discoveredFrom() != null) {
            dependencies.addOrigin(id, task.discoveredFrom());
        }
        if (task.labels().contains(Task.NEEDS_HUMAN)) {
            session.inbox().settleForPeople();
        }
    }

    public Optional<Task> find(TaskId id) {
        return KeptQueries.get(
                        session.sql(),
                        "task",
                        () -> session.sql().selectFrom(TASKS).where(TASKS.ID.eq(id.value())),
                        id.value())
                .fetchFirst(Rows::task);
    }

    /// @throws Refusal if there is no such task
    public Task get(TaskId id) {
        return find(id).orElseThrow(() -> session.ids().unknown(IdKind.TASK, id.value()));
    }

    /// The tasks that the filter lets through, in the order of creation.
    public List<Task> list(TaskFilter filter) {
        List<Condition> conditions = new ArrayList<>();
        if (!filter.statuses().isEmpty()) {
            conditions.add(
                    TASKS.STATUS.in(filter.statuses().stream().map(Word::word).toList()));
        }
        if (filter.epic() != null) {
            conditions.add(TASKS.EPIC_ID.eq(filter.epic().value()));
        }
        if (filter.label() != null) {
            conditions.add(
                    DSL.condition("instr(',' || {0} || ',', {1}) > 0", TASKS.LABELS, "," + filter.label() + ","));
        }
        if (filter.type() != null) {
            conditions.add(TASKS.TYPE.eq(filter.type().word()));
        }
        if (filter.agent() != null) {
            conditions.add(TASKS.AGENT.eq(filter.agent().value()));
        }
        return session.sql()
                .selectFrom(TASKS)
                .where(conditions)
                .orderBy(TASKS.SEQ)
                .limit(filter.limit())
                .fetch(Rows::task);
    }

    /// The tasks with these ids, in the order of creation.
    public List<Task> list(Collection<TaskId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return session.sql()
                .selectFrom(TASKS)
                .where(IdList.in(TASKS.ID, ids))
                .orderBy(TASKS.SEQ)
                .fetch(Rows::task);
    }

    /// What waits for the checks or for a person's word on them, in the order of creation.
    public List<Task> inReview() {
        return KeptQueries.get(
                        session.sql(),
                        "in review",
                        () -> session.sql()
                                .selectFrom(TASKS)
                                .where(TASKS.STATUS.eq(DSL.inline(TaskStatus.REVIEW.word())))
                                .orderBy(TASKS.SEQ))
                .fetch(Rows::task);
    }

    /// Moves a task to its next status.
    ///
    /// @param reason why, in words; null keeps none
    /// @throws Refusal if the lifecycle does not allow it
    public Moved move(TaskId id, Move move, @Nullable String reason) {
        Task task = get(id);
        TaskStatus to = TaskLifecycle.after(id, task.status(), move);
        DependencyRepository dependencies = session.dependencies();
        List<TaskId> waitingBefore = to.isEnded() ? dependencies.waitingFor(id) : List.of();
        step(task, move, reason);
        List<TaskId> released = new ArrayList<>(waitingBefore);
        if (!released.isEmpty()) {
            released.removeAll(dependencies.waitingFor(id));
        }
        Task moved = get(id);
        if (moved.needsHuman() || !released.isEmpty()) {
            session.inbox().settleForPeople();
        }
        return new Moved(moved, released);
    }

    /// As {@link #move}, for a task that was read in this transaction and where what comes of it is not asked.
    public void step(Task task, Move move, @Nullable String reason) {
        TaskId id = task.id();
        TaskStatus to = TaskLifecycle.after(id, task.status(), move);
        TasksRecord changes = new TasksRecord();
        changes.setStatus(to.word());
        changes.setReason(reason);
        changes.setUpdatedAt(session.now());
        changes.setStartedAt(move == Move.CLAIM && task.startedAt() == null ? session.now() : task.startedAt());
        changes.setClosedAt(to.isEnded() ? session.now() : null);
        changes.setPortBlock(to.isEnded() ? null : task.portBlock());
        TasksRecord where = new TasksRecord();
        where.setId(id.value());
        where.setStatus(task.status().word());
        int moved = KeptQueries.update(session.sql(), "step", TASKS, changes, where);
        if (moved != 1) {
            throw new IllegalStateException("%s was moved by another transaction inside this one".formatted(id));
        }
        session.record(id.value(), "task_" + move.word(), task.status().word(), to.word(), reason);
        if (task.status().isEnded() != to.isEnded()) {
            session.dependencies().updateChainsOfBlockersOf(id);
        }
    }

    /// Whether any task is labelled for people.
    public boolean anyForPeople() {
        return KeptQueries.get(
                        session.sql(),
                        "any task for people",
                        () -> session.sql()
                                .select(TASKS.ID)
                                .from(TASKS)
                                .where(DSL.condition("{0} = 1", TASKS.NEEDS_HUMAN))
                                .limit(DSL.inline(1)))
                .any();
    }

    /// A task after its move, and the tasks that no longer wait for it.
    public record Moved(Task task, List<TaskId> released) {
        public Moved {
            released = List.copyOf(released);
        }
    }

    /// Gives a ready task to a run: one conditional update and the run's row.
    ///
    /// @return the run with its token; empty if somebody else was faster or the task is not ready any more
    public Optional<Run> claim(TaskId id, NewRun run) {
        Optional<Task> before = find(id);
        Instant now = session.now();
        int claimed = KeptQueries.change(
                session.sql(),
                "claim",
                () -> session.sql()
                        .update(TASKS)
                        .set(TASKS.STATUS, DSL.inline(Move.CLAIM.to().word()))
                        .set(TASKS.REASON, DSL.inline(null, TASKS.REASON))
                        .set(TASKS.UPDATED_AT, now)
                        .set(TASKS.PORT_BLOCK, DSL.coalesce(TASKS.PORT_BLOCK, FREE_PORT_BLOCK))
                        .set(TASKS.STARTED_AT, DSL.coalesce(TASKS.STARTED_AT, DSL.val(now, TASKS.STARTED_AT)))
                        .where(
                                TASKS.ID.eq(id.value()),
                                TaskQueue.isStartable(),
                                TaskQueue.isDue(session),
                                isClaimable()),
                now,
                now,
                id.value(),
                now);
        if (claimed == 0) {
            return Optional.empty();
        }
        session.record(
                id.value(),
                "task_claim",
                before.orElseThrow().status().word(),
                Move.CLAIM.to().word(),
                null);
        return Optional.of(session.runs().insert(run));
    }

    /// The fields of one task.
    ///
    /// @throws Refusal if there is no such task
    public TaskChanges change(TaskId id) {
        return new TaskChanges(session, get(id));
    }

    /// @throws Refusal if there is no such task
    void requireKnown(TaskId id) {
        if (FreshId.isFree(session, TASKS, TASKS.ID, id.value())) {
            throw session.ids().unknown(IdKind.TASK, id.value());
        }
    }

    void requireOpen(EpicId id) {
        if (session.epics().isApproved(id)) {
            throw new Refusal(
                    "epic_approved",
                    "%s has been approved: add the task without an epic or to another one".formatted(id));
        }
    }

    private static Condition isClaimable() {
        return TASKS.STATUS.in(Stream.of(TaskStatus.values())
                .filter(Move.CLAIM::isLegalFrom)
                .map(status -> DSL.inline(status.word()))
                .toList());
    }
}
