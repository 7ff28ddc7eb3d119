package dev.fuel.consume;

import dev.fuel.config.AgentConfig;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.run.NewRun;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Whether a run of the gate may start now: the same bounds as for work, but before any new work.
final class SlotPolicy {
    private static final Duration LOAD_CHECK = Duration.ofSeconds(5);

    private SlotPolicy() {}

    /// @return what to wait for; empty if a run may start
    static Optional<GateStep.Wait> obstacle(GateFacts facts) {
        return obstacle(
                facts.snapshot(),
                facts.snapshot().startNow().contains(facts.task().id()),
                facts.config());
    }

    /// The same for what belongs to no task.
    static Optional<GateStep.Wait> obstacle(Snapshot snapshot, boolean evenPaused, FuelConfig config) {
        int slots = config.maxConcurrent();
        if (snapshot.paused() && !evenPaused) {
            return Optional.of(new GateStep.Wait("dispatch is paused", null));
        }
        if (snapshot.taken() >= slots) {
            return Optional.of(new GateStep.Wait("all %d slots are taken".formatted(slots), null));
        }
        if (snapshot.overloaded()) {
            return Optional.of(
                    new GateStep.Wait("the machine is busy", snapshot.now().plus(LOAD_CHECK)));
        }
        return Optional.empty();
    }

    /// Starts a run of the agent that is named for it, or of who steps in for it; waits if none is free.
    ///
    /// @param place `review` or `merge`
    /// @param run   makes the run of the agent that was found and its model
    static GateStep start(
            GateFacts facts, String place, AgentName first, BiFunction<AgentName, @Nullable String, NewRun> run) {
        boolean evenPaused = facts.snapshot().startNow().contains(facts.task().id());
        return start(
                facts.snapshot(),
                facts.snapshot().spentFor(facts.task()),
                evenPaused,
                facts.config(),
                place,
                first,
                run);
    }

    /// The same for what belongs to no task.
    ///
    /// @param spent the budget that nothing is left of
    static GateStep start(
            Snapshot snapshot,
            Optional<BudgetMark> spent,
            boolean evenPaused,
            FuelConfig config,
            String place,
            AgentName first,
            BiFunction<AgentName, @Nullable String, NewRun> run) {
        Optional<GateStep.Wait> obstacle = obstacle(snapshot, evenPaused, config);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        if (spent.isPresent()) {
            return spent.get().endsAt() == null
                    ? new GateStep.WaitForPerson(spent.get().sentence())
                    : new GateStep.Wait(spent.get().sentence(), spent.get().endsAt());
        }
        Route route = new Router(config, ZoneOffset.UTC).routeFrom(place, first, snapshot, Scheduler.running(snapshot));
        Optional<AgentName> unknown = route.unknownAgent();
        if (unknown.isPresent()) {
            return new GateStep.Look(unknown.get());
        }
        AgentName agent = route.chosen();
        if (agent == null && route.unknownAgent().isPresent()) {
            return new GateStep.Look(route.unknownAgent().get());
        }
        if (agent == null) {
            return new GateStep.Wait(
                    "%s %s".formatted(place, Scheduler.waitingFor(route)), IdleReports.restEnds(route, snapshot));
        }
        AgentConfig settings = config.agents().get(agent);
        return new GateStep.Execute(run.apply(agent, settings == null ? null : settings.model()));
    }
}
