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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;

/// The board in a fixed number of queries, however many tasks there are: the columns' counts are kept by triggers, the
/// cards come from indexes in their order, and what the cards show besides is fetched for all of them together.
///
/// The clock moves no row, so a task whose time has not come stands among the ready ones in the database; those are few
/// (parked ones), are counted by the index of `not_before`, and belong to Blocked.
final class BoardQuery {
    /// A run without the texts that may be long.
    private static final List<Field<?>> SHOWN = Arrays.stream(RUNS.fields())
            .filter(field -> !Set.of(RUNS.FINAL_TEXT, RUNS.GIT_STATUS, RUNS.CLAIMED_DONE, RUNS.ERROR_MESSAGE)
                    .contains(field))
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
        session.sql()
                .selectFrom(BOARD_COUNTS)
                .forEach(row -> counts.put(Word.of(Place.class, row.getPlace()), row.getTasks()));
        int early = session.sql().fetchCount(TASKS, isIn(Place.READY), TASKS.NOT_BEFORE.gt(session.now()));
        counts.merge(Place.READY, -early, Integer::sum);
        counts.merge(Place.BLOCKED, early, Integer::sum);
        return counts;
    }

    private List<Task> tasks(Place place, int limit) {
        return switch (place) {
            case READY ->
                fetch(
                        isIn(Place.READY).and(TASKS.NOT_BEFORE.isNull().or(TASKS.NOT_BEFORE.le(session.now()))),
                        limit,
                        startOrder());
            case BLOCKED -> {
                List<Task> blocked = new ArrayList<>(fetch(
                        isIn(Place.READY).and(TASKS.NOT_BEFORE.gt(session.now())), limit, List.of(TASKS.NOT_BEFORE)));
                blocked.addAll(fetch(isIn(Place.BLOCKED), limit - blocked.size(), startOrder()));
                yield blocked;
            }
            case RUNNING -> fetch(isIn(place), limit, List.of(TASKS.STARTED_AT));
            case REVIEW, NEEDS_YOU -> fetch(isIn(place), limit, startOrder());
            case DONE -> fetch(isIn(place), limit, List.of(TASKS.CLOSED_AT.desc()));
        };
    }

    private List<Task> fetch(Condition condition, int limit, List<? extends OrderField<?>> order) {
        return session.sql()
                .selectFrom(TASKS)
                .where(condition)
                .orderBy(order)
                .limit(limit)
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
        Map<TaskId, List<Waiting>> waiting = session.tasks().waiting(tasks);
        Map<TaskId, List<TaskId>> blocks = blocks(ids);
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
        session.sql()
                .select(SHOWN)
                .from(RUNS)
                .where(DSL.condition(
                        "{0} in (select (select r.id from runs r where r.task_id = j.value order by r.seq desc limit 1)"
                                + " from json_each({1}) j)",
                        RUNS.ID, DSL.val(IdList.json(tasks))))
                .forEach(row -> runs.put(new TaskId(row.get(RUNS.TASK_ID)), Rows.run(row.into(RUNS))));
        return runs;
    }

    private Map<EpicId, String> epicTitles(Collection<EpicId> epics) {
        return session.sql()
                .select(EPICS.ID, EPICS.TITLE)
                .from(EPICS)
                .where(IdList.in(EPICS.ID, epics))
                .fetchMap(row -> new EpicId(row.value1()), row -> row.value2());
    }

    private Map<TaskId, List<TaskId>> blocks(Collection<TaskId> tasks) {
        return session.sql()
                .select(TASK_DEPENDENCIES.BLOCKER_ID, TASK_DEPENDENCIES.TASK_ID)
                .from(TASK_DEPENDENCIES)
                .join(TASKS)
                .on(TASKS.ID.eq(TASK_DEPENDENCIES.TASK_ID))
                .where(
                        IdList.in(TASK_DEPENDENCIES.BLOCKER_ID, tasks),
                        TASK_DEPENDENCIES.KIND.eq(DependencyKind.BLOCKS.word()),
                        TASKS.STATUS.notIn(TaskStatus.CLOSED.word(), TaskStatus.CANCELLED.word()))
                .orderBy(TASKS.SEQ)
                .fetchGroups(row -> new TaskId(row.value1()), row -> new TaskId(row.value2()));
    }

    private Map<TaskId, InboxItem> items(Collection<TaskId> tasks) {
        Map<TaskId, InboxItem> items = new HashMap<>();
        session.sql()
                .selectFrom(INBOX)
                .where(IdList.in(INBOX.RELATED_TASK_ID, tasks), INBOX.ACTIONED_AT.isNull())
                .orderBy(INBOX.SEQ)
                .forEach(row -> items.putIfAbsent(new TaskId(row.getRelatedTaskId()), Rows.item(row)));
        return items;
    }
}
