package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.BUDGETS;
import static dev.fuel.store.jooq.Tables.EPICS;
import static dev.fuel.store.jooq.Tables.INBOX;
import static dev.fuel.store.jooq.Tables.RUNS;
import static dev.fuel.store.jooq.Tables.TASKS;

import dev.fuel.domain.Word;
import dev.fuel.domain.budget.BudgetKey;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.budget.BudgetScope;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.CostSource;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.jooq.tables.records.BudgetsRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What has been told of budgets, and what a person has raised them to.
public final class BudgetRepository {
    private final Session session;

    BudgetRepository(Session session) {
        this.session = session;
    }

    /// All that is told and still so; those of ended days are not.
    public List<BudgetMark> inForce() {
        return told().stream()
                .filter(mark -> mark.endsAt() == null || session.now().isBefore(mark.endsAt()))
                .toList();
    }

    /// All that has been told and not been taken back, of what is not over.
    public List<BudgetMark> told() {
        return KeptQueries.get(
                        session.sql(),
                        "budgets",
                        () -> session.sql()
                                .select(BUDGETS.fields())
                                .select(RUNS.TASK_ID, RUNS.EPIC_ID, INBOX.ID)
                                .from(BUDGETS)
                                .leftJoin(RUNS)
                                .on(RUNS.ID.eq(BUDGETS.SUBJECT))
                                .leftJoin(INBOX)
                                .on(INBOX.CAUSE.eq(DSL.concat(
                                        DSL.inline("budget:"), BUDGETS.SCOPE, DSL.inline(":"), BUDGETS.SUBJECT)))
                                .and(INBOX.ACTIONED_AT.isNull())
                                .where(BUDGETS.STATE.isNotNull())
                                .andNotExists(DSL.selectOne()
                                        .from(TASKS)
                                        .where(TASKS.ID.eq(DSL.coalesce(RUNS.TASK_ID, BUDGETS.SUBJECT)))
                                        .and(DSL.condition("{0} in ('closed', 'cancelled')", TASKS.STATUS)))
                                .andNotExists(DSL.selectOne()
                                        .from(EPICS)
                                        .where(EPICS.ID.eq(BUDGETS.SUBJECT), EPICS.APPROVED_AT.isNotNull()))
                                .orderBy(BUDGETS.SCOPE, BUDGETS.SUBJECT))
                .fetch(BudgetRepository::mark);
    }

    public Optional<BudgetMark> find(BudgetKey key) {
        return told().stream().filter(mark -> mark.key().equals(key)).findFirst();
    }

    /// What a person has raised it to.
    public Optional<Double> raised(BudgetKey key) {
        return session.sql()
                .select(BUDGETS.RAISED_USD)
                .from(BUDGETS)
                .where(isOf(key))
                .fetchOptional(BUDGETS.RAISED_USD);
    }

    /// Notes how far it is used up.
    ///
    /// @param endsAt when time alone ends that; null if only a person does
    public void tell(
            BudgetKey key, BudgetMark.State state, double limit, Cost spent, int unpriced, @Nullable Instant endsAt) {
        BudgetsRecord row = new BudgetsRecord();
        row.setScope(key.scope().word());
        row.setSubject(key.subject());
        row.setState(state.word());
        row.setToldAt(session.now());
        row.setEndsAt(endsAt);
        row.setLimitUsd(limit);
        row.setSpentUsd(spent.usd());
        row.setEstimated(spent.source() == CostSource.ESTIMATED ? 1 : 0);
        row.setUnpriced(unpriced);
        put(row);
        session.record(
                entity(key),
                "budget_" + state.word(),
                null,
                null,
                find(key).map(BudgetMark::fact).orElse(null));
    }

    /// It is no longer so.
    public void takeBack(BudgetKey key, String why) {
        int changed = clear(isOf(key));
        if (changed > 0) {
            session.record(entity(key), "budget_free", null, null, why);
        }
    }

    /// Notes what it is raised to, and that it is free again.
    public void raise(BudgetKey key, double usd) {
        BudgetsRecord row = new BudgetsRecord();
        row.setScope(key.scope().word());
        row.setSubject(key.subject());
        row.setRaisedUsd(usd);
        put(row);
        clear(isOf(key));
        session.record(
                entity(key),
                "budget_raised",
                null,
                null,
                "%s: %s".formatted(key.scope().words(), BudgetMark.money(usd)));
    }

    /// A task that starts afresh is not held by what single runs of it have spent.
    void forgetRuns(TaskId task) {
        told().stream()
                .filter(mark -> mark.scope() == BudgetScope.RUN && task.equals(mark.task()))
                .map(BudgetMark::key)
                .forEach(key -> {
                    takeBack(key, "it starts afresh");
                    session.inbox().action(key.cause(), "it starts afresh");
                });
    }

    private int clear(Condition which) {
        return session.sql()
                .update(BUDGETS)
                .setNull(BUDGETS.STATE)
                .setNull(BUDGETS.TOLD_AT)
                .setNull(BUDGETS.ENDS_AT)
                .setNull(BUDGETS.LIMIT_USD)
                .setNull(BUDGETS.SPENT_USD)
                .set(BUDGETS.ESTIMATED, 0)
                .set(BUDGETS.UNPRICED, 0)
                .where(which, BUDGETS.STATE.isNotNull())
                .execute();
    }

    private void put(BudgetsRecord row) {
        session.sql()
                .insertInto(BUDGETS)
                .set(row)
                .onConflict(BUDGETS.SCOPE, BUDGETS.SUBJECT)
                .doUpdate()
                .set(row)
                .execute();
    }

    private static Condition isOf(BudgetKey key) {
        return BUDGETS.SCOPE.eq(key.scope().word()).and(BUDGETS.SUBJECT.eq(key.subject()));
    }

    private static String entity(BudgetKey key) {
        return key.scope() == BudgetScope.DAY ? StateRepository.PROJECT : key.subject();
    }

    private static BudgetMark mark(Record row) {
        BudgetScope scope = Word.of(BudgetScope.class, row.get(BUDGETS.SCOPE));
        String subject = row.get(BUDGETS.SUBJECT);
        @Nullable TaskId task = Rows.orNull(scope == BudgetScope.TASK ? subject : row.get(RUNS.TASK_ID), TaskId::new);
        @Nullable String epic = scope == BudgetScope.EPIC ? subject : row.get(RUNS.EPIC_ID);
        CostSource source = row.get(BUDGETS.ESTIMATED) == 1 ? CostSource.ESTIMATED : CostSource.REPORTED;
        return new BudgetMark(
                new BudgetKey(scope, subject),
                Word.of(BudgetMark.State.class, row.get(BUDGETS.STATE)),
                row.get(BUDGETS.LIMIT_USD),
                new Cost(row.get(BUDGETS.SPENT_USD), source),
                row.get(BUDGETS.UNPRICED),
                row.get(BUDGETS.TOLD_AT),
                row.get(BUDGETS.ENDS_AT),
                task,
                Rows.orNull(epic, EpicId::new),
                Rows.orNull(row.get(INBOX.ID), InboxId::new));
    }
}
