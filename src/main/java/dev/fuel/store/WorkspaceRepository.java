package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.WORKSPACE_FILES;

import dev.fuel.domain.task.Overlap;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.jooq.tables.WorkspaceFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jooq.impl.DSL;

/// Which files the tasks' workspaces change. What is known of a task goes when it ends.
///
/// It is seen in git and can be seen there again, so it has no lines in the audit log.
public final class WorkspaceRepository {
    private final Session session;

    WorkspaceRepository(Session session) {
        this.session = session;
    }

    public SortedSet<String> filesOf(TaskId task) {
        return new TreeSet<>(session.sql()
                .select(WORKSPACE_FILES.FILE)
                .from(WORKSPACE_FILES)
                .where(WORKSPACE_FILES.TASK_ID.eq(task.value()))
                .fetch(WORKSPACE_FILES.FILE));
    }

    /// The tasks of which any file is known.
    public List<TaskId> tasks() {
        return session.sql()
                .selectDistinct(WORKSPACE_FILES.TASK_ID)
                .from(WORKSPACE_FILES)
                .fetch(row -> new TaskId(row.value1()));
    }

    /// What the task's workspace changes now. Of a task that has ended meanwhile nothing is kept.
    public void replace(TaskId task, Collection<String> files) {
        session.sql()
                .deleteFrom(WORKSPACE_FILES)
                .where(WORKSPACE_FILES.TASK_ID.eq(task.value()))
                .execute();
        if (session.tasks().get(task).status().isEnded()) {
            return;
        }
        session.sql()
                .execute(
                        "insert into workspace_files (task_id, file) select {0}, value from json_each({1})",
                        DSL.val(task.value()), DSL.val(Json.ofTexts(files)));
    }

    /// Which of the tasks change files that others change too, and which.
    public Map<TaskId, List<Overlap>> overlaps(Collection<TaskId> tasks) {
        WorkspaceFiles other = WORKSPACE_FILES.as("other");
        Map<TaskId, Map<TaskId, List<String>>> shared = new HashMap<>();
        KeptQueries.get(
                        session.sql(),
                        "overlaps",
                        () -> session.sql()
                                .select(WORKSPACE_FILES.TASK_ID, other.TASK_ID, WORKSPACE_FILES.FILE)
                                .from(WORKSPACE_FILES)
                                .join(other)
                                .on(other.FILE.eq(WORKSPACE_FILES.FILE), other.TASK_ID.ne(WORKSPACE_FILES.TASK_ID))
                                .where(IdList.in(WORKSPACE_FILES.TASK_ID, tasks))
                                .orderBy(other.TASK_ID, WORKSPACE_FILES.FILE),
                        IdList.json(tasks))
                .forEach(row -> shared.computeIfAbsent(new TaskId(row.value1()), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(new TaskId(row.value2()), _ -> new ArrayList<>())
                        .add(row.value3()));
        Map<TaskId, List<Overlap>> overlaps = new HashMap<>();
        shared.forEach((task, others) -> overlaps.put(
                task,
                others.entrySet().stream()
                        .map(entry -> new Overlap(entry.getKey(), entry.getValue()))
                        .toList()));
        return overlaps;
    }
}
