package dev.fuel.domain.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The tasks that somebody proposes for an epic: at least one, each key once, waiting for none but each other and never
/// in a circle.
public record ProposedPlan(List<ProposedTask> tasks) {
    /// More than a person can judge at once.
    public static final int MOST_TASKS = 100;

    /// @throws IllegalArgumentException if it is no such plan
    public ProposedPlan {
        tasks = List.copyOf(tasks);
        Map<String, List<String>> blockers = new LinkedHashMap<>();
        tasks.forEach(task -> blockers.put(task.key(), task.blockedBy()));
        boolean namesFit = blockers.size() == tasks.size()
                && blockers.values().stream()
                        .allMatch(names -> blockers.keySet().containsAll(names));
        if (tasks.isEmpty()
                || tasks.size() > MOST_TASKS
                || !namesFit
                || !circle(blockers).isEmpty()) {
            throw new IllegalArgumentException("no plan: " + blockers);
        }
    }

    /// The tasks in an order in which each comes after those that it waits for.
    public List<ProposedTask> inOrder() {
        List<ProposedTask> order = new ArrayList<>();
        Set<String> done = new HashSet<>();
        List<ProposedTask> left = new ArrayList<>(tasks);
        while (!left.isEmpty()) {
            List<ProposedTask> next = left.stream()
                    .filter(task -> done.containsAll(task.blockedBy()))
                    .toList();
            order.addAll(next);
            left.removeAll(next);
            next.stream().map(ProposedTask::key).forEach(done::add);
        }
        return order;
    }

    /// The names on a circle, the first one again at its end; empty if there is none.
    ///
    /// @param blockers for each name those that it waits for; unknown ones are passed over
    public static List<String> circle(Map<String, List<String>> blockers) {
        Map<String, List<String>> left = new LinkedHashMap<>(blockers);
        while (left.entrySet().removeIf(entry -> entry.getValue().stream().noneMatch(left::containsKey))) {
            // Whoever waits for nobody who is left is on no circle.
        }
        if (left.isEmpty()) {
            return List.of();
        }
        List<String> way = new ArrayList<>();
        String at = left.keySet().iterator().next();
        while (!way.contains(at)) {
            way.add(at);
            at = left.getOrDefault(at, List.of()).stream()
                    .filter(left::containsKey)
                    .findFirst()
                    .orElseThrow();
        }
        List<String> circle = new ArrayList<>(way.subList(way.indexOf(at), way.size()));
        circle.add(at);
        return circle;
    }

    /// `a waits for b, b for a`.
    public static String words(List<String> circle) {
        List<String> parts = new ArrayList<>();
        for (int index = 0; index + 1 < circle.size(); index++) {
            parts.add("%s%s for %s".formatted(circle.get(index), index == 0 ? " waits" : "", circle.get(index + 1)));
        }
        return parts.stream().collect(Collectors.joining(", "));
    }
}
