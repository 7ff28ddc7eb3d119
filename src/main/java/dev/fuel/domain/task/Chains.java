package dev.fuel.domain.task;

import dev.fuel.domain.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// How many tasks in a row wait for each task, all at once.
public final class Chains {
    private Chains() {}

    /// The longest chain of unended tasks that wait for each task; a task that is not in the map has none.
    ///
    /// @param blockers what each task waits for
    /// @throws Refusal if tasks wait for each other in a circle, which the message shows
    public static Map<TaskId, Integer> lengths(Map<TaskId, List<TaskId>> blockers, Set<TaskId> unended) {
        Map<TaskId, Integer> waiting = new HashMap<>();
        blockers.forEach((task, those) -> {
            waiting.putIfAbsent(task, 0);
            those.forEach(blocker -> waiting.merge(blocker, 1, Integer::sum));
        });
        Deque<TaskId> settled = waiting.entrySet().stream()
                .filter(entry -> entry.getValue() == 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(ArrayDeque::new));
        Map<TaskId, Integer> lengths = new HashMap<>();
        while (!settled.isEmpty()) {
            TaskId task = settled.remove();
            waiting.remove(task);
            int beyond = unended.contains(task) ? lengths.getOrDefault(task, 0) + 1 : 0;
            for (TaskId blocker : blockers.getOrDefault(task, List.of())) {
                lengths.merge(blocker, beyond, Math::max);
                if (waiting.merge(blocker, -1, Integer::sum) == 0) {
                    settled.add(blocker);
                }
            }
        }
        if (!waiting.isEmpty()) {
            throw cycle(blockers, waiting.keySet());
        }
        return lengths;
    }

    /// Each of the tasks has another of them that waits for it: going from one to the next ends in a circle.
    private static Refusal cycle(Map<TaskId, List<TaskId>> blockers, Set<TaskId> left) {
        Map<TaskId, TaskId> waitsFor = new HashMap<>();
        left.forEach(task -> blockers.getOrDefault(task, List.of()).forEach(blocker -> waitsFor.put(blocker, task)));
        List<TaskId> path = new ArrayList<>();
        TaskId step = left.iterator().next();
        while (!path.contains(step)) {
            path.add(step);
            step = waitsFor.getOrDefault(step, step);
        }
        path.add(step);
        String circle = path.subList(path.indexOf(step), path.size()).reversed().stream()
                .map(TaskId::value)
                .collect(Collectors.joining(" → "));
        return new Refusal("dependency_cycle", "tasks wait for each other in a circle: " + circle);
    }
}
