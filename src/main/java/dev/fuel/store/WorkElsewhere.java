package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.RUNS;
import static dev.fuel.store.jooq.Tables.TASKS;

import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.store.ExportReader.Row;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// What an export says of work that was going on: its processes are not here, so its runs are lost and its tasks as
/// ready as before. A pure function of the rows read so far, so that the same export always means the same.
final class WorkElsewhere {
    static final String LOST = "was at work where this was exported";

    private final Set<Object> atWork = new HashSet<>();

    /// The row as it is to be here.
    Row here(Row row) {
        if (row.table().table().equals(RUNS) && RunStatus.RUNNING.word().equals(row.value(RUNS.STATUS))) {
            atWork.add(Objects.requireNonNullElse(row.value(RUNS.TASK_ID), ""));
            return with(
                    row,
                    Map.of(
                            RUNS.STATUS, RunStatus.FAILED.word(),
                            RUNS.ERROR_TYPE, FailureType.LOST.word(),
                            RUNS.ERROR_MESSAGE, LOST,
                            // When it ended nobody knows.
                            RUNS.COMPLETED_AT, Objects.requireNonNullElse(row.value(RUNS.STARTED_AT), "")));
        }
        return row.table().table().equals(TASKS) ? task(row) : row;
    }

    private Row task(Row row) {
        Row here = row;
        if (row.value(TASKS.HELD_BY) instanceof String held) {
            Set<String> holds = new TreeSet<>(WordSet.parse(held));
            if (holds.remove(Hold.ATTACH.word())) {
                here = with(here, Map.of(TASKS.HELD_BY, String.join(",", holds)));
            }
        }
        boolean lost = TaskStatus.IN_PROGRESS.word().equals(row.value(TASKS.STATUS))
                && atWork.contains(Objects.requireNonNullElse(row.value(TASKS.ID), ""));
        if (lost) {
            TaskStatus ready = row.value(TASKS.LAST_REVIEW_ISSUES) == null ? TaskStatus.OPEN : TaskStatus.NEEDS_WORK;
            here = with(here, Map.of(TASKS.STATUS, ready.word()));
        }
        return here;
    }

    private static Row with(Row row, Map<Field<?>, Object> changes) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>(row.values());
        values.putAll(changes);
        return new Row(row.line(), row.table(), values);
    }
}
