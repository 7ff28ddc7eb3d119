package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.BOARD_COUNTS;
import static dev.fuel.store.jooq.Tables.EPICS;
import static dev.fuel.store.jooq.Tables.INBOX;
import static dev.fuel.store.jooq.Tables.RUNS;
import static dev.fuel.store.jooq.Tables.TASKS;
import static dev.fuel.store.jooq.Tables.TASK_DEPENDENCIES;

import dev.fuel.domain.Word;
import dev.fuel.domain.board.Board;
import dev.fuel.domain.board.Card;
import dev.fuel.domain.board.Place;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.DependencyKind;
import dev.fuel.domain.task.Overlap;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.task.Waiting;
import dev.fuel.store.jooq.tables.records.RunsRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record2;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The board in a fixed number of queries, however many tasks there are: the columns' counts are kept by triggers, the
/// cards come from indexes in their order, and what the cards show besides is fetched for all of them together.
///
/// The clock moves no row, so a task whose time has not come stands among the ready ones in the database; those are few
/// (parked ones), are counted by the index of `not_before`, and belong to Blocked.
final class BoardQuery {
    /// A run without the texts that may be long.
    private static final List<Field<?>> SHOWN = Arrays.stream(RUNS.fields())
            .<Field<?>>map(field -> Set.of(RUNS.FINAL_TEXT, RUNS.GIT_STATUS, RUNS.CLAIMED_DONE, RUNS.ERROR_MESSAGE)
                            .contains(field)
                    ? DSL.castNull(field)
                    : field)
            .toList();

    private final Session session;

    BoardQuery(Session session) {
        this.session = session;
    }

    Board board(int cardsPerColumn) {
        Map<Place, Integer> counts = counts();
        Map<Place, List<Task>> tasks = new EnumMap<>(Place.class);
        for (Place place : Place.values()) {
            tasks.put(place, counts.getOrDefault(place, 0) == 0 ? List.of() : tasks(place, cardsPerColumn));
        }
        Map<TaskId, Card> cards =
                cards(tasks.values().stream().flatMap(List::stream).toList());
        List<Board.Column> columns = Arrays.stream(Place.values())
                .map(place -> new Board.Column(
                        place,
                        counts.getOrDefault(place, 0),
                        tasks.getOrDefault(place, List.of()).stream()
                                .map(task -> Objects.requireNonNull(cards.get(task.id())))
                                .toList()))
                .toList();
        return new Board(columns, session.now());
    }

    private Map<Place, Integer> counts() {
        Map<Place, Integer> counts = new EnumMap<>(Place.class);
        KeptQueries.get(session.sql(), "board counts", () -> session.sql().selectFrom(BOARD_COUNTS))
                .forEach(row -> counts.put(Word.of(Place.class, row.getPlace()), row.getTasks()));
        int early = KeptQueries.get(
                        session.sql(),
                        "early tasks",
                        () -> session.sql()
                                .selectCount()
                                .from(TASKS)
                                .where(isIn(Place.READY), TASKS.NOT_BEFORE.gt(session.now())),
                        session.now())
                .fetchFirst(row -> row.value1())
                .orElse(0);
        counts.merge(Place.READY, -early, Integer::sum);
        counts.merge(Place.BLOCKED, early, Integer::sum);
        return counts;
    }

    private List<Task> tasks(Place place, int limit) {
        return switch (place) {
            case READY ->
                fetch(
                        "ready cards",
                        () -> isIn(Place.READY).and(TASKS.NOT_BEFORE.isNull().or(TASKS.NOT_BEFORE.le(session.now()))),
                        BoardQuery::startOrder,
                        session.now(),
                        limit);
            case BLOCKED -> {
                List<Task> blocked = new ArrayList<>(fetch(
                        "early cards",
                        () -> isIn(Place.READY).and(TASKS.NOT_BEFORE.gt(session.now())),
                        () -> List.of(TASKS.NOT_BEFORE),
                        session.now(),
                        limit));
                blocked.addAll(
                        fetch("blocked cards", () -> isIn(place), BoardQuery::startOrder, limit - blocked.size()));
                yield blocked;
            }
            case RUNNING -> fetch("running cards", () -> isIn(place), () -> List.of(TASKS.STARTED_AT), limit);
            case REVIEW, NEEDS_YOU -> fetch(place.word() + " cards", () -> isIn(place), BoardQuery::startOrder, limit);
            case DONE -> fetch("done cards", () -> isIn(place), () -> List.of(TASKS.CLOSED_AT.desc()), limit);
        };
    }

    /// @param values in the condition, and how many cards at most
    private List<Task> fetch(
            String name,
            Supplier<Condition> condition,
            Supplier<List<? extends OrderField<?>>> order,
            @Nullable Object... values) {
        return KeptQueries.get(
                        session.sql(),
                        name,
                        () -> session.sql()
                                .selectFrom(TASKS)
                                .where(condition.get())
                                .orderBy(order.get())
                                .limit(DSL.val(values[values.length - 1], Integer.class)),
                        values)
                .fetch(Rows::task);
    }

    private static List<? extends OrderField<?>> startOrder() {
        return List.of(TASKS.PRIORITY, TASKS.CHAIN.desc(), TASKS.SEQ);
    }

    /// Written out, so that SQLite sees the condition of the partial indexes.
    private static Condition isIn(Place place) {
        return DSL.condition("{0} = " + DSL.inline(place.word()), TASKS.PLACE);
    }

    private Map<TaskId, Card> cards(List<Task> tasks) {
        List<TaskId> ids = tasks.stream().map(Task::id).toList();
        Map<TaskId, Run> lastRuns = lastRuns(ids);
        Map<TaskId, Run> running = runningRuns();
        Map<EpicId, String> titles = epicTitles(tasks.stream()
                .map(Task::epic)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<TaskId, List<Waiting>> waiting = session.queue().waiting(tasks);
        Map<TaskId, List<TaskId>> blocks = blocks(
                tasks.stream().filter(task -> task.chain() > 0).map(Task::id).toList());
        Map<TaskId, InboxItem> items = items(ids);
        Map<TaskId, List<Overlap>> overlaps = session.workspaces().overlaps(ids);
        List<BudgetMark> budgets = session.budgets().inForce();
        Map<TaskId, Card> cards = new HashMap<>();
        for (Task task : tasks) {
            cards.put(
                    task.id(),
                    new Card(
                            task,
                            running.get(task.id()),
                            lastRuns.get(task.id()),
                            task.epic() == null ? null : titles.get(task.epic()),
                            waiting.getOrDefault(task.id(), List.of()),
                            blocks.getOrDefault(task.id(), List.of()),
                            items.get(task.id()),
                            budgets.stream().filter(mark -> mark.isNear(task)).toList(),
                            overlaps.getOrDefault(task.id(), List.of())));
        }
        return cards;
    }

    private Map<TaskId, Run> runningRuns() {
        Map<TaskId, Run> running = new HashMap<>();
        for (Run run : session.runs().running()) {
            if (run.task() != null) {
                running.put(run.task(), run);
            }
        }
        return running;
    }

    private Map<TaskId, Run> lastRuns(Collection<TaskId> tasks) {
        Map<TaskId, Run> runs = new HashMap<>();
        KeptQueries.get(session.sql(), "last runs of cards", () -> selectLastRuns(tasks), IdList.json(tasks))
                .forEach(row -> runs.put(new TaskId(row.getTaskId()), Rows.run(row)));
        return runs;
    }

    private ResultQuery<RunsRecord> selectLastRuns(Collection<TaskId> tasks) {
        return session.sql()
                .select(SHOWN)
                .from(RUNS)
                .where(DSL.condition(
                        "runs.rowid in (select (select r.rowid from runs r where r.task_id = j.value"
                                + " order by r.seq desc limit 1) from json_each({0}) j)",
                        DSL.val(IdList.json(tasks))))
                .coerce(RUNS);
    }

    private Map<EpicId, String> epicTitles(Collection<EpicId> epics) {
        Map<EpicId, String> titles = new HashMap<>();
        KeptQueries.get(
                        session.sql(),
                        "epic titles",
                        () -> session.sql()
                                .select(EPICS.ID, EPICS.TITLE)
                                .from(EPICS)
                                .where(IdList.in(EPICS.ID, epics)),
                        IdList.json(epics))
                .forEach(row -> titles.put(new EpicId(row.value1()), row.value2()));
        return titles;
    }

    /// @param tasks those that any unended task waits for
    private Map<TaskId, List<TaskId>> blocks(Collection<TaskId> tasks) {
        Map<TaskId, List<TaskId>> blocks = new HashMap<>();
        KeptQueries.get(session.sql(), "what cards block", () -> selectBlocked(tasks), IdList.json(tasks))
                .forEach(row -> blocks.computeIfAbsent(new TaskId(row.value1()), _ -> new ArrayList<>())
                        .add(new TaskId(row.value2())));
        return blocks;
    }

    private Select<Record2<String, String>> selectBlocked(Collection<TaskId> tasks) {
        return session.sql()
                .select(TASK_DEPENDENCIES.BLOCKER_ID, TASK_DEPENDENCIES.TASK_ID)
                .from(TASK_DEPENDENCIES)
                .join(TASKS)
                .on(TASKS.ID.eq(TASK_DEPENDENCIES.TASK_ID))
                .where(
                        IdList.in(TASK_DEPENDENCIES.BLOCKER_ID, tasks),
                        TASK_DEPENDENCIES.KIND.eq(DSL.inline(DependencyKind.BLOCKS.word())),
                        TASKS.STATUS.notIn(
                                DSL.inline(TaskStatus.CLOSED.word()), DSL.inline(TaskStatus.CANCELLED.word())))
                .orderBy(TASKS.SEQ);
    }

    private Map<TaskId, InboxItem> items(Collection<TaskId> tasks) {
        Map<TaskId, InboxItem> items = new HashMap<>();
        KeptQueries.get(
                        session.sql(),
                        "items of cards",
                        () -> session.sql()
                                .selectFrom(INBOX)
                                .where(IdList.in(INBOX.RELATED_TASK_ID, tasks), INBOX.ACTIONED_AT.isNull())
                                .orderBy(INBOX.SEQ),
                        IdList.json(tasks))
                .forEach(row -> items.putIfAbsent(new TaskId(row.getRelatedTaskId()), Rows.item(row)));
        return items;
    }
}
