package dev.fuel.consume;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.Spending;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.store.RunFilter;
import dev.fuel.store.Session;
import dev.fuel.store.TaskFilter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a person decides about an epic from, as the database has it.
///
/// @param tasks    in the order of creation
/// @param reviews  of its tasks, oldest first: every round that there was
/// @param runs     about the epic itself, oldest first
/// @param agents   that had any part in it
/// @param spending of all its runs and those of its tasks
public record EpicReport(
        Epic epic,
        List<Task> tasks,
        List<Review> reviews,
        List<Run> runs,
        SortedSet<AgentName> agents,
        Spending spending) {
    public EpicReport {
        tasks = List.copyOf(tasks);
        reviews = List.copyOf(reviews);
        runs = List.copyOf(runs);
        agents = Collections.unmodifiableSortedSet(new TreeSet<>(agents));
    }

    /// @throws dev.fuel.domain.Refusal if there is no such epic
    public static EpicReport read(Session session, EpicId id) {
        Epic epic = session.epics().get(id);
        List<Task> tasks = session.tasks().list(TaskFilter.ofEpic(id));
        List<Review> reviews = new ArrayList<>();
        SortedSet<AgentName> agents = new TreeSet<>();
        for (Task task : tasks) {
            reviews.addAll(session.reviews().of(task.id()).reversed());
            session.runs().list(RunFilter.ofTask(task.id())).forEach(run -> addAgent(agents, run));
        }
        List<Run> runs = session.runs().of(id);
        runs.forEach(run -> addAgent(agents, run));
        return new EpicReport(
                epic, tasks, reviews, runs, agents, session.runTotals().of(id));
    }

    private static void addAgent(SortedSet<AgentName> agents, Run run) {
        if (run.agent() != null) {
            agents.add(run.agent());
        }
    }

    /// What the checks of each closed task said at last: for each check how often each outcome came, as `tests: 4
    /// passed, 1 skipped`.
    public List<String> checks() {
        SequencedMap<String, SequencedMap<String, Integer>> checks = new TreeMap<>();
        for (Task task : tasks) {
            if (task.status() == TaskStatus.CLOSED) {
                reviews.stream()
                        .filter(review -> review.task().equals(task.id()))
                        .reduce((_, later) -> later)
                        .ifPresent(review -> review.checks().forEach(check -> count(checks, check)));
            }
        }
        return checks.entrySet().stream()
                .map(check -> "%s: %s"
                        .formatted(
                                check.getKey(),
                                check.getValue().entrySet().stream()
                                        .map(outcome -> "%d %s".formatted(outcome.getValue(), outcome.getKey()))
                                        .collect(Collectors.joining(", "))))
                .toList();
    }

    private static void count(SequencedMap<String, SequencedMap<String, Integer>> checks, Check check) {
        checks.computeIfAbsent(check.name(), _ -> new TreeMap<>())
                .merge(check.outcome().word(), 1, Integer::sum);
    }
}
