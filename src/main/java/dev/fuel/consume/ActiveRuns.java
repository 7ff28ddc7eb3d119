package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Actor;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.task.Task;
import dev.fuel.gate.Workspace;
import dev.fuel.gate.Workspaces;
import dev.fuel.process.ProcessManager;
import dev.fuel.process.ProcessState;
import dev.fuel.process.RunDirectory;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import dev.fuel.store.StoreUnusable;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Starts, adopts, ends and settles work runs. Owned by the consumer's loop; what is slow goes to {@link InFlight}.
final class ActiveRuns {
    private final Ground ground;
    private final Store store;
    private final Workspaces workspaces;
    private final ProcessManager processes;
    private final InFlight inFlight;
    private final WorkRuns workRuns;
    private final WorkEndings workEndings;
    private final Settlement settlement;
    private final FailedStarts failedStarts;
    /// Ends that were told of before the start was written down.
    private final Map<RunId, Ended> endedEarly = new HashMap<>();

    /// What the end of a run is judged with.
    private record Judged(Run run, Task task, @Nullable Epic epic) {
        static Judged read(Session session, RunId id) {
            Run run = session.runs().get(id);
            Task task = session.tasks().get(Objects.requireNonNull(run.task()));
            return new Judged(run, task, Claims.epicOf(session, task));
        }
    }

    private record Ended(@Nullable Integer exitCode) {}

    ActiveRuns(Ground ground, Workspaces workspaces, ProcessManager processes, InFlight inFlight) {
        this.ground = ground;
        this.store = ground.store();
        this.workspaces = workspaces;
        this.processes = processes;
        this.inFlight = inFlight;
        this.workRuns = new WorkRuns(ground, workspaces, processes);
        this.workEndings = new WorkEndings(ground, workspaces);
        var health = new AgentHealthTracker(store, ground.random());
        this.settlement = new Settlement(health);
        this.failedStarts = new FailedStarts(health);
    }

    /// Claims the task and starts its run.
    void start(Decision.Start start, FuelConfig config) {
        Claims.claim(store, start, landsOn(config), config).ifPresent(facts -> {
            Run run = facts.run();
            inFlight.start(
                    key(run.id()),
                    () -> workRuns.start(facts, config),
                    started -> recordStarted(run, started, config),
                    failure -> notStarted(run, failure, config));
        });
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
                store.change(Actor.CONSUMER, session -> session.runs().started(run.id(), identity));
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
        Judged judged = store.read(session -> Judged.read(session, id));
        Run run = judged.run();
        if (run.status() != RunStatus.RUNNING) {
            return;
        }
        inFlight.start(
                key(id),
                () -> workEndings.gather(run, judged.task(), judged.epic(), exitCode, config),
                evidence -> settle(run, evidence, config),
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
            @Nullable Instant lastOutput = lastOutput(run);
            Optional<StopReason> overrun = Deadlines.overrun(run, lastOutput, config.limits(), now);
            if (overrun.isPresent()) {
                stop(run, overrun.get());
            } else if (run.stopping() == null) {
                Instant due = Deadlines.next(run, lastOutput, config.limits());
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
        store.change(Actor.CONSUMER, session -> session.runs().markStopping(run.id(), reason));
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

    private void recordStarted(Run run, WorkRuns.Started started, FuelConfig config) {
        Workspace workspace = started.workspace();
        Run now = store.write(Actor.CONSUMER, session -> {
            session.runs().started(run.id(), started.process(), workspace.path().toString(), workspace.base());
            recordBranch(session, run, workspace);
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
        if (run.workspacePath() != null || run.kind() != RunKind.WORK) {
            return;
        }
        Task task = store.read(session -> session.tasks().get(Objects.requireNonNull(run.task())));
        @Nullable Epic epic = store.read(session -> Claims.epicOf(session, task));
        var workspace = workspaces.prepare(task, epic, List.of(), config.workspace());
        store.change(Actor.CONSUMER, session -> recordWorkspace(session, run, workspace));
    }

    private static void recordWorkspace(Session session, Run run, Workspace workspace) {
        session.runs().inWorkspace(run.id(), workspace.path().toString(), workspace.base());
        recordBranch(session, run, workspace);
    }

    private static void recordBranch(Session session, Run run, Workspace workspace) {
        if (workspace.isWorktree()) {
            session.tasks()
                    .change(Objects.requireNonNull(run.task()))
                    .branch(workspace.branch())
                    .baseCommit(workspace.base())
                    .done();
        }
    }

    private void settle(Run run, Evidence evidence, FuelConfig config) {
        try {
            store.change(
                    Actor.CONSUMER,
                    session -> settlement.settle(session, session.runs().get(run.id()), evidence, config));
        } catch (StoreUnusable unusable) {
            throw unusable;
        } catch (RuntimeException failure) {
            broken(run, failure);
        }
    }

    private void notStarted(Run run, RuntimeException failure, FuelConfig config) {
        endedEarly.remove(run.id());
        store.change(
                Actor.CONSUMER,
                session -> failedStarts.notStarted(session, session.runs().get(run.id()), failure, config));
    }

    private void broken(Run run, RuntimeException failure) {
        store.change(
                Actor.CONSUMER,
                session -> failedStarts.broken(session, session.runs().get(run.id()), failure));
    }

    private RunDirectory directory(Run run) {
        return new RunDirectory(ground.runDirectory(owner(run), run.id().value()));
    }

    private static String owner(Run run) {
        return run.task() != null
                ? run.task().value()
                : Objects.requireNonNull(run.epic()).value();
    }

    private static String key(RunId run) {
        return "run " + run.value();
    }
}
