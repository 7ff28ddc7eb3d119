package dev.fuel.consume;

import dev.fuel.config.AgentConfig;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.RoutingDecision;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.RunFilter;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes a task for a run, in one transaction with everything that the run is started from.
final class Claims {
    private Claims() {}

    /// @param baseBranch what a task without an epic lands on, if it does not say so yet
    /// @return empty if somebody else was faster, or the task is not ready any more
    static Optional<WorkRuns.Facts> claim(
            Store store, Decision.Start start, @Nullable String baseBranch, FuelConfig config) {
        TaskId id = start.task().id();
        AgentName agent = start.route().agent().orElseThrow();
        AgentConfig settings = config.agents().get(agent);
        return store.write(Actor.CONSUMER, session -> {
            @Nullable Run previous = session.runs().lastOf(id, RunKind.WORK).orElse(null);
            if (session.runs().running().stream()
                    .anyMatch(running ->
                            id.equals(running.task()) && !running.kind().isQuestion())) {
                // The task was cancelled and opened again before the run that it was cancelled under
                // has ended.
                return Optional.empty();
            }
            @Nullable
            Run resumed = previous != null && Resumption.isPossible(session, previous, agent) ? previous : null;
            NewRun run = new NewRun(
                    RunKind.WORK,
                    id,
                    start.task().epic(),
                    agent,
                    settings == null ? null : settings.model(),
                    null,
                    null,
                    null,
                    previous == null ? 1 : previous.attempt() + 1,
                    resumed == null ? null : resumed.id());
            return session.tasks().claim(id, run).map(claimed -> {
                if (start.task().epic() == null && start.task().baseBranch() == null && baseBranch != null) {
                    session.tasks().change(id).baseBranch(baseBranch).done();
                }
                session.routing().add(decision(claimed, start.route(), session.now()));
                return facts(session, claimed, previous);
            });
        });
    }

    /// What a claimed work run is started from.
    static WorkRuns.Facts facts(Session session, Run run) {
        return facts(session, run, workBefore(session, run).orElse(null));
    }

    private static WorkRuns.Facts facts(Session session, Run run, @Nullable Run previous) {
        Task task = session.tasks().get(Objects.requireNonNull(run.task()));
        return new WorkRuns.Facts(
                run,
                task,
                epicOf(session, task),
                previous,
                session.tasks().list(session.dependencies().blockers(task.id())));
    }

    private static RoutingDecision decision(Run run, Route route, Instant now) {
        List<RoutingDecision.Candidate> candidates = route.everybody().stream()
                .map(candidate -> new RoutingDecision.Candidate(
                        candidate.agent(), Contest.isAvailable(candidate), candidate.reason()))
                .toList();
        return new RoutingDecision(
                Objects.requireNonNull(run.task()),
                run.id(),
                route.strategy(),
                candidates,
                route.chosen(),
                route.reasoning(),
                route.fallbackOf(),
                now);
    }

    /// The work run of the same task that came before.
    static Optional<Run> workBefore(Session session, Run run) {
        return session.runs().list(RunFilter.ofTask(Objects.requireNonNull(run.task()))).stream()
                .filter(other -> other.kind() == RunKind.WORK && other.seq() < run.seq())
                .findFirst();
    }

    static @Nullable Epic epicOf(Session session, Task task) {
        return task.epic() == null ? null : session.epics().get(task.epic());
    }
}
