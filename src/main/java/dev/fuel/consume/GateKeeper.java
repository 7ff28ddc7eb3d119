package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.gate.Workspaces;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import dev.fuel.store.StoreUnusable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Takes every task in review through the gate, one step after the other. What {@link GatePolicy} decides is carried
/// out, and what comes of it is written down, before the next step is decided on: a crash anywhere only means that the
/// same step is decided on again.
final class GateKeeper {
    /// More than there are, for who can be taken through without waiting.
    private static final int MOST_STEPS = 20;

    private final Store store;
    private final Workspaces workspaces;
    private final GateActs acts;
    private final ProgramKeeper programs;

    GateKeeper(Ground ground, Workspaces workspaces, InFlight inFlight, ActiveRuns activeRuns, ProgramKeeper programs) {
        this.store = ground.store();
        this.workspaces = workspaces;
        this.acts = new GateActs(ground, workspaces, inFlight, activeRuns, programs);
        this.programs = programs;
    }

    /// What one look at all tasks in review has come to.
    ///
    /// @param waiting how many wait for a machine
    /// @param due     when time alone lets one of them go on; null if nothing waits for time
    record Turn(int waiting, @Nullable Instant due) {}

    /// @param paused beside the pause in the database: no run starts
    Turn turn(List<Task> tasks, boolean paused, FuelConfig config) {
        int waiting = 0;
        @Nullable Instant due = null;
        for (Task task : tasks) {
            @Nullable GateStep step = acts.isUnderWay(task.id()) ? null : advance(task, paused, config);
            if (step instanceof GateStep.Wait(String _, Instant until)) {
                due = Planner.earlier(due, until);
            }
            if (step == null || isForMachine(step)) {
                waiting++;
            }
        }
        return new Turn(waiting, due);
    }

    /// What the tasks at the gate wait for that cannot go on now.
    List<IdleReport.Waiting> waiting(Session session, boolean paused, FuelConfig config) {
        return session.tasks().inReview().stream()
                .filter(task -> task.heldBy().isEmpty())
                .map(task -> waiting(task, acts.next(session, task, paused, config)))
                .toList();
    }

    private static IdleReport.Waiting waiting(Task task, GateStep step) {
        return switch (step) {
            case GateStep.Wait(String reason, Instant until) ->
                new IdleReport.Waiting(task.id(), task.title(), reason, until);
            case GateStep.WaitForPerson(String reason) -> new IdleReport.Waiting(task.id(), task.title(), reason, null);
            case GateStep.Examine _,
                    GateStep.Look _,
                    GateStep.Execute _,
                    GateStep.ConcludeTests _,
                    GateStep.SendBack _,
                    GateStep.CallForHelp _,
                    GateStep.AskForSignOff _,
                    GateStep.Land _,
                    GateStep.HandOverMerge _ -> new IdleReport.Waiting(task.id(), task.title(), "is at the gate", null);
        };
    }

    /// A task, and what comes next for it.
    private record Next(Task task, GateStep step) {}

    /// @return the step at which the task stays for now
    private GateStep advance(Task task, boolean paused, FuelConfig config) {
        GateStep step = new GateStep.Examine();
        try {
            for (int i = 0; i < MOST_STEPS; i++) {
                Next next = store.read(session -> next(session, task.id(), paused, config));
                if (isOnlyWritten(next.step(), config)) {
                    next = store.write(Actor.CONSUMER, session -> write(session, task.id(), paused, config));
                }
                step = next.step();
                if (!carryOut(next.task(), step, paused, config)) {
                    return step;
                }
            }
            throw new IllegalStateException("%s does not come through the gate: %s".formatted(task.id(), step));
        } catch (StoreUnusable unusable) {
            throw unusable;
        } catch (RuntimeException failure) {
            acts.failed(task.id(), failure);
            return new GateStep.WaitForPerson("it is held");
        }
    }

    private Next next(Session session, TaskId id, boolean paused, FuelConfig config) {
        Task task = session.tasks().get(id);
        return new Next(
                task,
                GateActs.isAtGate(task)
                        ? acts.next(session, task, paused, config)
                        : new GateStep.WaitForPerson("it has left the gate"));
    }

    /// Whether a step is nothing but a change of the database: where nothing is to be asked of git, the examination
    /// and the landing are no more than that.
    private boolean isOnlyWritten(GateStep step, FuelConfig config) {
        return switch (step) {
            case GateStep.SendBack _, GateStep.CallForHelp _, GateStep.AskForSignOff _, GateStep.HandOverMerge _ ->
                true;
            case GateStep.Examine _, GateStep.Land _ -> !workspaces.usesWorktrees(config.workspace());
            case GateStep.Wait _,
                    GateStep.WaitForPerson _,
                    GateStep.Look _,
                    GateStep.Execute _,
                    GateStep.ConcludeTests _ -> false;
        };
    }

    /// Takes as many steps as are only written. Each is decided on in the transaction that acts, since a person may
    /// have been faster.
    ///
    /// @return the first that is more than that
    private Next write(Session session, TaskId task, boolean paused, FuelConfig config) {
        Next next = next(session, task, paused, config);
        for (int i = 0; i < MOST_STEPS && isOnlyWritten(next.step(), config); i++) {
            acts.write(session, next.task(), next.step(), config);
            next = next(session, task, paused, config);
        }
        return next;
    }

    /// @return whether the next step can be decided on at once
    private boolean carryOut(Task task, GateStep step, boolean paused, FuelConfig config) {
        return switch (step) {
            case GateStep.Wait _, GateStep.WaitForPerson _ -> false;
            case GateStep.Look(AgentName agent) -> {
                programs.lookAt(Objects.requireNonNull(config.agents().get(agent)));
                yield false;
            }
            case GateStep.Examine() -> acts.examine(task, config);
            case GateStep.Land() -> acts.land(task, config);
            case GateStep.Execute execute -> acts.execute(task, execute, paused, config);
            case GateStep.ConcludeTests conclusion -> acts.conclude(task, conclusion, paused, config);
            // Written by now, unless there were more of them than one transaction takes.
            case GateStep.SendBack _, GateStep.CallForHelp _, GateStep.AskForSignOff _, GateStep.HandOverMerge _ ->
                true;
        };
    }

    private static boolean isForMachine(GateStep step) {
        return !(step instanceof GateStep.WaitForPerson);
    }
}
