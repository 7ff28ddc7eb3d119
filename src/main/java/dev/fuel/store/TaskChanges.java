package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.TASKS;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskType;
import dev.fuel.store.jooq.tables.records.TasksRecord;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/// Changes of single fields of a task, each with its line in the audit log. Setting what is already there does nothing.
public final class TaskChanges {
    private final Session session;
    private final Task before;

    TaskChanges(Session session, Task before) {
        this.session = session;
        this.before = before;
    }

    /// The task as it is now.
    public Task done() {
        return session.tasks().get(before.id());
    }

    public TaskChanges title(String title) {
        return set(TASKS.TITLE, NewTask.requireTitle(title));
    }

    public TaskChanges description(String description) {
        return set(TASKS.DESCRIPTION, description);
    }

    public TaskChanges type(TaskType type) {
        return set(TASKS.TYPE, type.word());
    }

    public TaskChanges priority(Priority priority) {
        return set(TASKS.PRIORITY, priority.value());
    }

    public TaskChanges complexity(Complexity complexity) {
        return set(TASKS.COMPLEXITY, complexity.word());
    }

    /// @throws dev.fuel.domain.Refusal if a label is malformed
    public TaskChanges labels(SortedSet<String> labels) {
        set(TASKS.LABELS, WordSet.ofTexts(NewTask.requireLabels(labels)));
        if (before.needsHuman() != labels.contains(Task.NEEDS_HUMAN)) {
            session.inbox().settleForPeople();
        }
        return this;
    }

    public TaskChanges addLabel(String label) {
        SortedSet<String> labels = WordSet.parse(current(TASKS.LABELS));
        labels.add(label);
        return labels(labels);
    }

    public TaskChanges removeLabel(String label) {
        SortedSet<String> labels = new TreeSet<>(WordSet.parse(current(TASKS.LABELS)));
        labels.remove(label);
        return labels(labels);
    }

    /// @throws dev.fuel.domain.Refusal if the epic is unknown or has been approved
    public TaskChanges epic(@Nullable EpicId epic) {
        if (epic != null) {
            session.tasks().requireOpen(epic);
        }
        set(TASKS.EPIC_ID, epic == null ? null : epic.value());
        session.scores().of(before.id());
        return this;
    }

    /// Pins the task to an agent; null unpins it.
    public TaskChanges agent(@Nullable AgentName agent) {
        return set(TASKS.AGENT, agent == null ? null : agent.value());
    }

    /// Whose session the next run goes on with; null if nobody's.
    public TaskChanges goesOnWith(@Nullable AgentName agent) {
        return set(TASKS.GOES_ON_WITH, agent == null ? null : agent.value());
    }

    /// Adds a reason that keeps the task from starting.
    public TaskChanges hold(Hold by, @Nullable String reason) {
        Set<Hold> holds = holds();
        if (holds.add(by)) {
            update(TASKS.HELD_BY, WordSet.of(holds));
            update(TASKS.REASON, reason);
            session.record(before.id().value(), "task_held", null, by.word(), reason);
        }
        return this;
    }

    /// Takes one such reason away; the others stay.
    public TaskChanges release(Hold by) {
        Set<Hold> holds = holds();
        if (holds.remove(by)) {
            update(TASKS.HELD_BY, WordSet.of(holds));
            session.record(before.id().value(), "task_released", by.word(), null, null);
        }
        return this;
    }

    public TaskChanges notBefore(@Nullable Instant instant) {
        return set(TASKS.NOT_BEFORE, instant);
    }

    /// One more failed work run.
    public TaskChanges countAttempt() {
        return set(TASKS.ATTEMPTS, current(TASKS.ATTEMPTS) + 1);
    }

    /// A work run ended well: failed attempts before it count no more.
    public TaskChanges resetAttempts() {
        return set(TASKS.ATTEMPTS, 0).set(TASKS.ATTEMPTS_SINCE, session.now());
    }

    /// A person grants attempts and review rounds anew; what single runs were allowed to cost holds it no longer.
    public TaskChanges freshBudget() {
        session.budgets().forgetRuns(before.id());
        return resetAttempts().set(TASKS.REVIEW_ROUNDS, 0);
    }

    /// One more failed review.
    public TaskChanges countReviewRound() {
        return set(TASKS.REVIEW_ROUNDS, current(TASKS.REVIEW_ROUNDS) + 1);
    }

    /// What the next prompt must say about the last attempt.
    public TaskChanges lastReviewIssues(@Nullable String issues) {
        return set(TASKS.LAST_REVIEW_ISSUES, issues);
    }

    /// What a person says to the agent, for the next prompt; null when it has been said.
    public TaskChanges note(@Nullable String note) {
        return set(TASKS.NOTE, note);
    }

    /// What of the work a person accepts, see {@link Task#acceptable}.
    public TaskChanges approve(@Nullable String accepted) {
        set(TASKS.APPROVED_COMMIT, accepted);
        session.scores().of(before.id());
        return this;
    }

    public TaskChanges baseBranch(@Nullable String branch) {
        return set(TASKS.BASE_BRANCH, branch);
    }

    public TaskChanges baseCommit(@Nullable String commit) {
        return set(TASKS.BASE_COMMIT, commit);
    }

    public TaskChanges branch(@Nullable String branch) {
        return set(TASKS.BRANCH, branch);
    }

    public TaskChanges commit(@Nullable String commit) {
        return set(TASKS.COMMIT_HASH, commit);
    }

    public TaskChanges reason(@Nullable String reason) {
        return set(TASKS.REASON, reason);
    }

    private Set<Hold> holds() {
        Set<Hold> holds = EnumSet.noneOf(Hold.class);
        holds.addAll(WordSet.parse(Hold.class, current(TASKS.HELD_BY)));
        return holds;
    }

    private <T> T current(Field<T> field) {
        return KeptQueries.get(
                        session.sql(),
                        "current " + field.getName(),
                        () -> session.sql()
                                .select(field)
                                .from(TASKS)
                                .where(TASKS.ID.eq(before.id().value())),
                        before.id().value())
                .fetchFirst(row -> row.value1())
                .orElseThrow();
    }

    private <T> TaskChanges set(TableField<TasksRecord, T> field, @Nullable T value) {
        int changed = KeptQueries.change(
                session.sql(),
                "set " + field.getName(),
                () -> session.sql()
                        .update(TASKS)
                        .set(field, value)
                        .set(TASKS.UPDATED_AT, session.now())
                        .where(TASKS.ID.eq(before.id().value()), field.isDistinctFrom(value)),
                value,
                session.now(),
                before.id().value(),
                value);
        if (changed > 0) {
            session.record(before.id().value(), "task_updated", null, null, EventDetail.of(field.getName(), value));
        }
        return this;
    }

    private <T> void update(TableField<TasksRecord, T> field, @Nullable T value) {
        int _ = KeptQueries.change(
                session.sql(),
                "update " + field.getName(),
                () -> session.sql()
                        .update(TASKS)
                        .set(field, value)
                        .set(TASKS.UPDATED_AT, session.now())
                        .where(TASKS.ID.eq(before.id().value())),
                value,
                session.now(),
                before.id().value());
    }
}
