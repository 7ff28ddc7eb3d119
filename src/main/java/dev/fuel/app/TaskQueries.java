package dev.fuel.app;

import dev.fuel.domain.board.Board;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.RunFilter;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import dev.fuel.store.TaskFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody may want to know about tasks. Each answer comes from one snapshot.
public final class TaskQueries {
    private final Store store;

    public TaskQueries(Store store) {
        this.store = store;
    }

    /// What may start now, in the order in which it should.
    public List<Task> ready(int limit) {
        return store.read(session -> session.queue().ready(limit));
    }

    /// What is not over and may not start, each with the reasons.
    public List<WaitingTask> blocked(int limit) {
        return store.read(session -> withReasons(session, session.queue().blocked(limit)));
    }

    /// In the order of creation.
    ///
    /// @throws dev.fuel.domain.Refusal if the epic is unknown
    public List<WaitingTask> list(TaskQuery query) {
        return store.read(session -> withReasons(session, session.tasks().list(filter(session, query))));
    }

    public Board board(int cardsPerColumn) {
        return store.read(session -> session.board(cardsPerColumn));
    }

    /// @param epic only this epic's, by the beginning of its id
    public TaskTree tree(@Nullable String epic) {
        return store.read(session -> {
            TaskQuery query = new TaskQuery(Set.of(), epic, null, null, null, Integer.MAX_VALUE);
            TaskFilter filter =
                    filter(session, query).withStatuses(TaskFilter.unended().statuses());
            List<Task> tasks = session.tasks().list(filter);
            return new TaskTree(groups(session, tasks), openLinks(session, tasks));
        });
    }

    /// @throws dev.fuel.domain.Refusal if there is no such task
    public TaskStory story(String reference) {
        return store.read(session -> {
            Task task = session.tasks().get(session.ids().task(reference));
            return new TaskStory(
                    task,
                    session.queue().waiting(List.of(task)).getOrDefault(task.id(), List.of()),
                    session.tasks().list(session.dependencies().blockers(task.id())),
                    session.tasks().list(session.dependencies().dependants(task.id())),
                    session.tasks().list(session.dependencies().discoveredFrom(task.id())),
                    task.epic() == null ? null : session.epics().get(task.epic()),
                    session.runs().list(RunFilter.ofTask(task.id())).reversed(),
                    session.reviews().lastOf(task.id()).orElse(null),
                    OpenItems.of(session, task.id()),
                    session.runTotals().of(task.id()),
                    session.budgets().inForce().stream()
                            .filter(mark -> mark.isNear(task))
                            .toList(),
                    session.workspaces().overlaps(List.of(task.id())).getOrDefault(task.id(), List.of()));
        });
    }

    static List<WaitingTask> withReasons(Session session, List<Task> tasks) {
        var reasons = session.queue().waiting(tasks);
        return tasks.stream()
                .map(task -> new WaitingTask(task, reasons.getOrDefault(task.id(), List.of())))
                .toList();
    }

    private static TaskFilter filter(Session session, TaskQuery query) {
        return new TaskFilter(
                query.statuses(),
                query.epic() == null ? null : session.ids().epic(query.epic()),
                query.label(),
                query.type(),
                query.agent(),
                query.limit());
    }

    private static List<TaskTree.Group> groups(Session session, List<Task> tasks) {
        Map<EpicId, List<Task>> byEpic = tasks.stream()
                .filter(task -> task.epic() != null)
                .collect(Collectors.groupingBy(
                        task -> Objects.requireNonNull(task.epic()), LinkedHashMap::new, Collectors.toList()));
        List<TaskTree.Group> groups = new ArrayList<>();
        for (Epic epic : byEpic.isEmpty() ? List.<Epic>of() : session.epics().list()) {
            if (byEpic.containsKey(epic.id())) {
                groups.add(new TaskTree.Group(epic, byEpic.get(epic.id())));
            }
        }
        List<Task> alone = tasks.stream().filter(task -> task.epic() == null).toList();
        if (!alone.isEmpty()) {
            groups.add(new TaskTree.Group(null, alone));
        }
        return groups;
    }

    private static Map<TaskId, List<TaskId>> openLinks(Session session, Collection<Task> tasks) {
        Set<TaskId> shown = tasks.stream().map(Task::id).collect(Collectors.toSet());
        Map<TaskId, List<TaskId>> links = new LinkedHashMap<>();
        session.dependencies().all().forEach((task, blockers) -> {
            List<TaskId> open = blockers.stream().filter(shown::contains).toList();
            if (shown.contains(task) && !open.isEmpty()) {
                links.put(task, open);
            }
        });
        return links;
    }
}
