package dev.fuel.consume;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.Waiting;
import dev.fuel.store.Session;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says what the tasks wait for that a consumer cannot start.
final class IdleReports {
    private static final int MOST_TASKS = 50;

    private IdleReports() {}

    /// @param decisions about the tasks that are ready
    static IdleReport of(Session session, Snapshot snapshot, List<Decision> decisions, ZoneId zone) {
        List<IdleReport.Waiting> waiting = new ArrayList<>();
        for (Decision decision : decisions) {
            Task task = decision.task();
            waiting.add(
                    switch (decision) {
                        case Decision.Wait(Task _, Route route, String reason) ->
                            new IdleReport.Waiting(task.id(), task.title(), reason, waitEnds(task, route, snapshot));
                        case Decision.Start _ ->
                            new IdleReport.Waiting(task.id(), task.title(), "ready to start", null);
                        case Decision.Look(Task _, Route _, AgentName agent) ->
                            new IdleReport.Waiting(
                                    task.id(), task.title(), "the program of %s is looked at".formatted(agent), null);
                        case Decision.Ask(Task _, Route route) ->
                            new IdleReport.Waiting(task.id(), task.title(), route.reasoning(), null);
                        case Decision.Stick _ ->
                            new IdleReport.Waiting(
                                    task.id(), task.title(), "every agent has used up its attempts", null);
                    });
        }
        waiting.addAll(notReady(session, zone));
        return new IdleReport(waiting);
    }

    /// A budget keeps all agents from it.
    private static @Nullable Instant waitEnds(Task task, Route route, Snapshot snapshot) {
        return snapshot.spentFor(task).isPresent()
                ? snapshot.spentFor(task).get().endsAt()
                : restEnds(route, snapshot);
    }

    /// When the first of the agents that were asked may work again; null if time alone brings none back.
    static @Nullable Instant restEnds(Route route, Snapshot snapshot) {
        return route.candidates().stream()
                .filter(candidate -> candidate.verdict() == Route.Verdict.RESTING)
                .map(candidate -> snapshot.healthOf(candidate.agent()).backoffUntil())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /// Tasks that no consumer could start now.
    static List<IdleReport.Waiting> notReady(Session session, ZoneId zone) {
        List<Task> tasks = session.queue().blocked(MOST_TASKS);
        Map<TaskId, List<Waiting>> reasons = session.queue().waiting(tasks);
        return tasks.stream()
                .map(task -> new IdleReport.Waiting(
                        task.id(),
                        task.title(),
                        reasons.getOrDefault(task.id(), List.of()).stream()
                                .map(reason -> reason.sentence(session.now(), zone))
                                .collect(Collectors.joining("; ")),
                        task.notBefore()))
                .toList();
    }
}
