package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.config.Limits;
import dev.fuel.domain.Actor;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.gate.Workspace;
import dev.fuel.gate.Workspaces;
import dev.fuel.process.ProcessManager;
import dev.fuel.process.ProcessState;
import dev.fuel.process.RunDirectory;
import dev.fuel.store.Store;
import dev.fuel.store.StoreUnusable;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Starts, adopts, ends and settles runs of all kinds; what is particular to a kind says its {@link RunConduct}. Owned
/// by the consumer's loop; what is slow goes to {@link InFlight}.
final class ActiveRuns {
    private final Ground ground;
    private final Store store;
    private final Workspaces workspaces;
    private final ProcessManager processes;
    private final InFlight inFlight;
    private final Launcher launcher;
    private final BudgetKeeper budgets;
    private final WorkConduct work;
    private final Map<RunKind, RunConduct> conducts;
    private final RunConduct epicMerges;
    /// Ends that were told of before the start was written down.
    private final Map<RunId, Ended> endedEarly = new HashMap<>();

    private record Ended(@Nullable Integer exitCode) {}

    ActiveRuns(
            Ground ground, Workspaces workspaces, ProcessManager processes, InFlight inFlight, BudgetKeeper budgets) {
        this.budgets = budgets;
        this.ground = ground;
        this.store = ground.store();
        this.workspaces = workspaces;
        this.processes = processes;
        this.inFlight = inFlight;
        this.launcher = new Launcher(ground, processes);
        this.work = new WorkConduct(ground, workspaces);
        var atGate = new GateSettlement(new AgentHealthTracker(store, ground.random()));
        var rooms = new ReviewRooms(ground, workspaces);
        this.epicMerges = new EpicMergeConduct(ground, atGate);
        var questions = new Questions(ground, workspaces, rooms);
        this.conducts = Map.of(
                RunKind.WORK, work,
                RunKind.CHECK, new CheckConduct(ground, workspaces.ofChecks()),
                RunKind.REVIEW, new ReviewConduct(ground, rooms, atGate),
                RunKind.EPIC_REVIEW, new EpicReviewConduct(ground, rooms, atGate),
                RunKind.ROUTE, new RouteConduct(ground, questions, atGate),
                RunKind.TRIAGE, new TriageConduct(ground, questions, atGate),
                RunKind.PLAN, new PlanConduct(ground, questions, atGate),
                RunKind.MERGE, new MergeConduct(ground, workspaces, atGate));
    }

    /// Claims the task and starts its run.
    void start(Decision.Start start, FuelConfig config) {
        Claims.claim(store, start, landsOn(config), config)
                .ifPresent(facts -> launch(facts.run(), facts.task(), work.preparing(facts, config), config));
    }

    /// Starts the process of a run whose row has just been written.
    void start(Run run, FuelConfig config) {
        @Nullable TaskId id = run.task();
        @Nullable
        Task task = id == null ? null : store.read(session -> session.tasks().get(id));
        launch(run, task, conduct(run).preparing(run, config), config);
    }

    private void launch(Run run, @Nullable Task task, Supplier<Preparation> preparing, FuelConfig config) {
        inFlight.start(
                key(run.id()),
                () -> launcher.start(run, task, preparing.get()),
                started -> recordStarted(run, started, config),
                failure -> notStarted(run, failure, config));
    }

    private RunConduct conduct(Run run) {
        boolean mergesEpic = run.kind() == RunKind.MERGE && run.task() == null;
        RunConduct conduct = mergesEpic ? epicMerges : conducts.get(run.kind());
        if (conduct == null) {
            throw new IllegalStateException(
                    "nobody conducts %s runs such as %s".formatted(run.kind().word(), run.id()));
        }
        return conduct;
    }

    /// The branch that a task without an epic lands on; in the shared workspace nothing has to land.
    private @Nullable String landsOn(FuelConfig config) {
        return workspaces.usesWorktrees(config.workspace()) ? workspaces.baseBranch(config.workspace()) : null;
    }

    /// Finds the runs that the consumer before left: goes on with those that live, settles those that ended, and
    /// declares lost what is gone.
    void adopt(FuelConfig config) {
        for (Run run : store.read(session -> session.runs().running())) {
            try {
                adopt(run, config);
            } catch (RuntimeException failure) {
                // One run that cannot be taken up must not keep the others, and every later consumer,
                // from it.
                processes.sweep(run.token());
                broken(run, failure);
            }
        }
    }

    private void adopt(Run run, FuelConfig config) {
        RunDirectory directory = directory(run);
        switch (processes.inspect(directory.path(), run.process(), run.token())) {
            case ProcessState.Ended(int exitCode, Instant _) -> {
                recordWorkspace(run, config);
                ended(run.id(), exitCode, config);
            }
            case ProcessState.Alive(var identity) -> {
                recordWorkspace(run, config);
                store.change(Actor.CONSUMER, session -> session.progress().started(run.id(), identity));
                processes.adopt(run.id(), run.token(), directory.path(), identity);
                if (run.stopping() != null) {
                    kill(run);
                }
            }
            case ProcessState.Gone() -> {
                recordWorkspace(run, config);
                // Without an exit code; what it had printed still tells its session.
                ended(run.id(), null, config);
            }
        }
    }

    /// The process of the run has ended: gathers what it left and settles it.
    void ended(RunId id, @Nullable Integer exitCode, FuelConfig config) {
        if (inFlight.contains(key(id))) {
            endedEarly.put(id, new Ended(exitCode));
            return;
        }
        Run run = store.read(session -> session.runs().get(id));
        if (run.status() != RunStatus.RUNNING) {
            return;
        }
        inFlight.start(
                key(id),
                conduct(run).gathering(run, exitCode, config),
                settling -> settle(run, settling),
                failure -> broken(run, failure));
    }

    /// Ends runs that are over their limits.
    ///
    /// @return when the next one may be
    @Nullable
    Instant enforceLimits(List<Run> running, FuelConfig config) {
        Instant now = ground.clock().instant();
        @Nullable Instant next = null;
        for (Run run : running) {
            if (run.process() == null) {
                continue;
            }
            Limits limits = conduct(run).limits(config);
            @Nullable Instant lastOutput = lastOutput(run);
            Optional<StopReason> overrun = Deadlines.overrun(run, lastOutput, limits, now);
            if (overrun.isPresent()) {
                stop(run, overrun.get());
            } else if (run.stopping() == null) {
                Instant due = Deadlines.next(run, lastOutput, limits);
                next = next == null || due.isBefore(next) ? due : next;
            }
        }
        return next;
    }

    /// Of a folder that cannot be read it is not known: the run counts as silent, and no other run suffers from it.
    private @Nullable Instant lastOutput(Run run) {
        try {
            return directory(run).lastOutputAt().orElse(null);
        } catch (UncheckedIOException unreadable) {
            return null;
        }
    }

    /// Ends a run; it is settled when its processes are gone.
    ///
    /// @return whether it was running
    boolean stop(RunId id, StopReason reason) {
        Run run = store.read(session -> session.runs().get(id));
        if (run.status() != RunStatus.RUNNING) {
            return false;
        }
        stop(run, reason);
        return true;
    }

    void stopAll(StopReason reason) {
        store.read(session -> session.runs().running()).forEach(run -> stop(run, reason));
    }

    /// Whether a run is being ended and has not ended yet.
    boolean isStopping() {
        return store.read(session -> session.runs().running()).stream().anyMatch(run -> run.stopping() != null);
    }

    private void stop(Run run, StopReason reason) {
        store.change(Actor.CONSUMER, session -> session.progress().markStopping(run.id(), reason));
        kill(run);
    }

    private void kill(Run run) {
        var _ = processes.kill(run.id()).thenAccept(result -> {
            if (!result.isComplete()) {
                store.change(
                        Actor.CONSUMER,
                        session -> session.events()
                                .add(run.id().value(), "stop_incomplete", "still alive: " + result.survivors()));
            }
        });
    }

    private void recordStarted(Run run, Launcher.Started started, FuelConfig config) {
        Workspace workspace = started.workspace();
        Run now = store.write(Actor.CONSUMER, session -> {
            session.progress()
                    .started(run.id(), started.process(), workspace.path().toString(), workspace.base());
            conduct(run).started(session, run, workspace);
            return session.runs().get(run.id());
        });
        // It may have been asked to stop while there was no process yet.
        if (now.stopping() != null) {
            kill(run);
        }
        Ended ended = endedEarly.remove(run.id());
        if (ended != null) {
            ended(run.id(), ended.exitCode(), config);
        }
    }

    /// A crash between the start of the process and the note of its workspace leaves the row without it.
    private void recordWorkspace(Run run, FuelConfig config) {
        @Nullable
        Workspace workspace = run.workspacePath() == null ? conduct(run).findWorkspace(run, config) : null;
        if (workspace != null) {
            store.change(Actor.CONSUMER, session -> {
                session.progress().inWorkspace(run.id(), workspace.path().toString(), workspace.base());
                conduct(run).started(session, run, workspace);
            });
        }
    }

    private void settle(Run run, Settling settling) {
        try {
            write(run, settling);
        } catch (StoreUnusable unusable) {
            throw unusable;
        } catch (RuntimeException failure) {
            broken(run, failure);
        }
    }

    private void notStarted(Run run, RuntimeException failure, FuelConfig config) {
        endedEarly.remove(run.id());
        write(run, conduct(run).notStarted(run, failure, config));
    }

    private void broken(Run run, RuntimeException failure) {
        write(run, conduct(run).broken(run, failure));
    }

    private void write(Run run, Settling settling) {
        store.change(Actor.CONSUMER, session -> {
            settling.settle(session, session.runs().get(run.id()));
            budgets.settled(session, run.id());
        });
    }

    private RunDirectory directory(Run run) {
        return ground.runDirectory(run);
    }

    private static String key(RunId run) {
        return "run " + run.value();
    }
}
