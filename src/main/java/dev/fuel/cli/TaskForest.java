package dev.fuel.cli;

import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tasks as trees: each below the first of those that it waits for. The others are named behind its title, so that
/// every task stands there once.
final class TaskForest {
    private final List<Task> roots = new ArrayList<>();
    private final Map<TaskId, List<Task>> below = new LinkedHashMap<>();
    private final Map<TaskId, List<TaskId>> blockers;

    /// @param blockers what tasks wait for, in this group or another
    TaskForest(List<Task> tasks, Map<TaskId, List<TaskId>> blockers) {
        this.blockers = blockers;
        Set<TaskId> inGroup = tasks.stream().map(Task::id).collect(Collectors.toCollection(HashSet::new));
        for (Task task : tasks) {
            waitsFor(task).stream()
                    .filter(inGroup::contains)
                    .findFirst()
                    .ifPresentOrElse(
                            parent -> below.computeIfAbsent(parent, _ -> new ArrayList<>())
                                    .add(task),
                            () -> roots.add(task));
        }
    }

    void print(Output output) {
        print(output, roots, "", null);
    }

    private void print(Output output, List<Task> tasks, String indent, @Nullable TaskId parent) {
        for (int index = 0; index < tasks.size(); index++) {
            Task task = tasks.get(index);
            boolean last = index == tasks.size() - 1;
            output.line(
                    Role.DIM.of(indent + (last ? "└ " : "├ ")),
                    Role.LINK.of(task.id().value()),
                    Span.of("  %s  %s".formatted(task.priority(), task.title())),
                    Role.DIM.of(state(task) + others(task, parent)));
            print(output, below.getOrDefault(task.id(), List.of()), indent + (last ? "  " : "│ "), task.id());
        }
    }

    private static String state(Task task) {
        if (!task.heldBy().isEmpty()) {
            return "  · held";
        }
        return switch (task.status()) {
            case OPEN -> "";
            case IN_PROGRESS, REVIEW, NEEDS_WORK, CLOSED, CANCELLED ->
                "  · " + task.status().word().replace('_', ' ');
        };
    }

    private String others(Task task, @Nullable TaskId parent) {
        List<TaskId> others = waitsFor(task).stream()
                .filter(blocker -> !blocker.equals(parent))
                .toList();
        if (others.isEmpty()) {
            return "";
        }
        return "  · %swaits for %s".formatted(parent == null ? "" : "also ", Sentences.join(others));
    }

    private List<TaskId> waitsFor(Task task) {
        return blockers.getOrDefault(task.id(), List.of());
    }
}
