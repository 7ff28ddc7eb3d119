package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides what starts: a pure function of a snapshot. The ready tasks come in order (priority, longest chain of
/// tasks that wait for it, first in first out) and are taken while slots, agents and the review allow.
final class Scheduler {
    private final FuelConfig config;
    private final Router router;

    Scheduler(FuelConfig config, Router router) {
        this.config = config;
        this.router = router;
    }

    List<Decision> decide(Snapshot snapshot) {
        Map<AgentName, Integer> running = running(snapshot);
        int free = config.maxConcurrent() - snapshot.taken();
        List<Decision> decisions = new ArrayList<>();
        for (Task task : snapshot.ready()) {
            Route route = router.route(task, snapshot, running);
            Decision decision = decide(task, route, snapshot, free);
            decisions.add(decision);
            if (decision instanceof Decision.Start) {
                free--;
                route.agent().ifPresent(agent -> running.merge(agent, 1, Integer::sum));
            }
        }
        return decisions;
    }

    /// How many runs each agent works on, questions apart; the caller may add to it.
    static Map<AgentName, Integer> running(Snapshot snapshot) {
        return running(snapshot.active());
    }

    static Map<AgentName, Integer> running(List<Run> active) {
        Map<AgentName, Integer> running = new HashMap<>();
        for (Run run : active) {
            if (run.agent() != null && !run.kind().isQuestion()) {
                running.merge(run.agent(), 1, Integer::sum);
            }
        }
        return running;
    }

    private Decision decide(Task task, Route route, Snapshot snapshot, int free) {
        if (route.isExhausted()) {
            return new Decision.Stick(task, route);
        }
        if (snapshot.paused() && !snapshot.startNow().contains(task.id())) {
            return new Decision.Wait(task, route, "dispatch is paused");
        }
        Optional<BudgetMark> spent = snapshot.spentFor(task);
        if (spent.isPresent()) {
            return new Decision.Wait(task, route, spent.get().sentence());
        }
        if (free <= 0) {
            return new Decision.Wait(task, route, "all %d slots are taken".formatted(config.maxConcurrent()));
        }
        if (snapshot.overloaded()) {
            return new Decision.Wait(
                    task,
                    route,
                    "the machine is busy (load above %s per core)"
                            .formatted(config.limits().maxLoad()));
        }
        if (snapshot.inReview() >= config.limits().reviewWip()) {
            return new Decision.Wait(task, route, "%d tasks wait for review".formatted(snapshot.inReview()));
        }
        Optional<AgentName> unknown = route.unknownAgent();
        if (unknown.isPresent()) {
            return new Decision.Look(task, route, unknown.get());
        }
        return switch (route.question()) {
            case DUE -> new Decision.Ask(task, route);
            case ASKED -> new Decision.Wait(task, route, route.reasoning());
            case NONE ->
                route.agent().isEmpty()
                        ? new Decision.Wait(task, route, waitingFor(route))
                        : new Decision.Start(task, route);
        };
    }

    /// Whom the route waits for, and why.
    static String waitingFor(Route route) {
        if (route.candidates().isEmpty()) {
            return route.reasoning();
        }
        Route.Candidate last = route.candidates().getLast();
        return "waits for %s: %s".formatted(last.agent(), last.reason());
    }
}
