package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.config.ReviewSettings;
import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.gate.CheckWorkspaces;
import dev.fuel.gate.Examination;
import dev.fuel.gate.Gate;
import dev.fuel.gate.Workspaces;
import dev.fuel.gate.tests.TestVerdict;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import dev.fuel.store.StoreUnusable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Takes every task in review through the gate, one step after the other. What {@link GatePolicy} decides is carried
/// out, and what comes of it is written down, before the next step is decided on: a crash anywhere only means that the
/// same step is decided on again.
final class GateKeeper {
    /// More than there are, for who can be taken through without waiting.
    private static final int MOST_STEPS = 20;

    private final Store store;
    private final Workspaces workspaces;
    private final InFlight inFlight;
    private final ActiveRuns activeRuns;
    private final Gate gate;
    private final CheckWorkspaces checkWorkspaces;
    private final CopySearch copySearch;
    private final ProgramKeeper programs;

    GateKeeper(Ground ground, Workspaces workspaces, InFlight inFlight, ActiveRuns activeRuns, ProgramKeeper programs) {
        this.programs = programs;
        this.store = ground.store();
        this.workspaces = workspaces;
        this.inFlight = inFlight;
        this.activeRuns = activeRuns;
        this.gate = new Gate(ground.repository(), ground.fuelDirectory());
        this.checkWorkspaces = workspaces.ofChecks();
        this.copySearch = new CopySearch(ground);
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
            @Nullable GateStep step = inFlight.contains(key(task.id())) ? null : advance(task, paused, config);
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
                .map(task -> waiting(task, GatePolicy.next(facts(session, task, paused, config))))
                .toList();
    }

    private GateFacts facts(Session session, Task task, boolean paused, FuelConfig config) {
        return GateReader.facts(session, task, paused, () -> programs.standings(session, config), config);
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
            failed(task.id(), failure);
            return new GateStep.WaitForPerson("it is held");
        }
    }

    private Next next(Session session, TaskId id, boolean paused, FuelConfig config) {
        Task task = session.tasks().get(id);
        return new Next(
                task,
                isAtGate(task)
                        ? GatePolicy.next(facts(session, task, paused, config))
                        : new GateStep.WaitForPerson("it has left the gate"));
    }

    /// Whether a step is nothing but a change of the database: where nothing is to be asked of git, the examination
    /// and the landing are no more than that.
    private boolean isOnlyWritten(GateStep step, FuelConfig config) {
        return switch (step) {
            case GateStep.SendBack _,
                    GateStep.CallForHelp _,
                    GateStep.AskForSignOff _,
                    GateStep.HandOverMerge _ -> true;
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
            write(session, next.task(), next.step(), config);
            next = next(session, task, paused, config);
        }
        return next;
    }

    private void write(Session session, Task task, GateStep step, FuelConfig config) {
        switch (step) {
            case GateStep.Examine() -> GateRecords.examined(session, task, examination(task, null, config));
            case GateStep.Land() ->
                GateRecords.landed(session, task, gate.land(task, Claims.epicOf(session, task), null));
            case GateStep.SendBack(String issues) -> GateRecords.sentBack(session, task, issues, config);
            case GateStep.CallForHelp(String why) -> GateRecords.inconclusive(session, task, why);
            case GateStep.AskForSignOff() -> GateRecords.askedForSignOff(session, task);
            case GateStep.HandOverMerge(String conflict) -> GateRecords.handedOver(session, task, conflict);
            case GateStep.Wait _,
                    GateStep.WaitForPerson _,
                    GateStep.Look _,
                    GateStep.Execute _,
                    GateStep.ConcludeTests _ ->
                throw new IllegalStateException("%s is not only written: %s".formatted(task.id(), step));
        }
    }

    /// @return whether the next step can be decided on at once
    private boolean carryOut(Task task, GateStep step, boolean paused, FuelConfig config) {
        return switch (step) {
            case GateStep.Wait _, GateStep.WaitForPerson _ -> false;
            case GateStep.Look(AgentName agent) -> {
                programs.lookAt(Objects.requireNonNull(config.agents().get(agent)));
                yield false;
            }
            case GateStep.Examine() -> examine(task, config);
            case GateStep.Land() -> land(task, config);
            case GateStep.Execute execute -> {
                execute(task, execute, paused, config);
                yield false;
            }
            case GateStep.ConcludeTests conclusion -> conclude(task, conclusion, paused, config);
            // Written by now, unless there were more of them than one transaction takes.
            case GateStep.SendBack _,
                    GateStep.CallForHelp _,
                    GateStep.AskForSignOff _,
                    GateStep.HandOverMerge _ -> true;
        };
    }

    private boolean examine(Task task, FuelConfig config) {
        Supplier<Examination> job = () -> examination(task, worktree(task, config), config);
        return beside(task, config, job, examination -> (session, now) -> {
            if (now.status() == TaskStatus.REVIEW && Objects.equals(now.commit(), task.commit())) {
                GateRecords.examined(session, now, examination);
            }
        });
    }

    private Examination examination(Task task, @Nullable Path worktree, FuelConfig config) {
        return withTests(copySearch.extend(gate.examine(task, worktree), task, worktree, config), config);
    }

    /// A check that nobody asked for is named too, so that nobody takes it for made.
    private static Examination withTests(Examination examination, FuelConfig config) {
        ReviewSettings review = config.review();
        return review == null || review.tests() == null ? examination.with(TestVerdict.notConfigured()) : examination;
    }

    private boolean conclude(Task task, GateStep.ConcludeTests step, boolean paused, FuelConfig config) {
        @Nullable RunId atHead = store.read(session -> lastAtHead(session, task));
        return beside(
                task,
                config,
                () -> {
                    checkWorkspaces.tidy(task, atHead);
                    return step;
                },
                conclusion -> (session, now) -> {
                    if (isAtGate(now)
                            && conclusion.equals(
                                    GatePolicy.next(facts(session, now, paused, config)))) {
                        GateRecords.tested(session, now, conclusion);
                    }
                });
    }

    private static @Nullable RunId lastAtHead(Session session, Task task) {
        return session.reviews()
                .pending(task.id())
                .flatMap(review -> session.runs().of(review.id()).reversed().stream()
                        .filter(run -> run.kind() == RunKind.CHECK && !CheckConduct.isBaseline(run))
                        .findFirst())
                .map(Run::id)
                .orElse(null);
    }

    private boolean land(Task task, FuelConfig config) {
        @Nullable Epic epic = store.read(session -> Claims.epicOf(session, task));
        return beside(task, config, () -> gate.land(task, epic, worktree(task, config)), result -> (session, now) -> {
            if (now.status() == TaskStatus.REVIEW) {
                GateRecords.landed(session, now, result);
            } else {
                GateRecords.landedLate(session, now, result);
            }
        });
    }

    private @Nullable Path worktree(Task task, FuelConfig config) {
        return workspaces.usesWorktrees(config.workspace()) ? workspaces.worktreePath(task.id()) : null;
    }

    /// What asks git runs beside the loop; what does not is done here and now.
    private <T> boolean beside(
            Task task, FuelConfig config, Supplier<T> job, Function<T, BiConsumer<Session, Task>> record) {
        if (!workspaces.usesWorktrees(config.workspace())) {
            record(task.id(), record.apply(job.get()));
            return true;
        }
        inFlight.start(
                key(task.id()),
                job,
                result -> recordOrHold(task.id(), record.apply(result)),
                failure -> failed(task.id(), failure));
        return false;
    }

    private void execute(Task task, GateStep.Execute step, boolean paused, FuelConfig config) {
        @Nullable
        Run started = store.write(
                Actor.CONSUMER,
                session -> step.equals(GatePolicy.next(
                                facts(session, session.tasks().get(task.id()), paused, config)))
                        ? session.runs().insert(step.run())
                        : null);
        if (started != null) {
            activeRuns.start(started, config);
        }
    }

    /// What cannot be written down must not send the task through the gate for ever.
    private void recordOrHold(TaskId id, BiConsumer<Session, Task> record) {
        try {
            record(id, record);
        } catch (StoreUnusable unusable) {
            throw unusable;
        } catch (RuntimeException failure) {
            failed(id, failure);
        }
    }

    private void record(TaskId id, BiConsumer<Session, Task> record) {
        store.change(
                Actor.CONSUMER,
                session -> record.accept(session, session.tasks().get(id)));
    }

    private void failed(TaskId id, RuntimeException failure) {
        record(id, (session, task) -> {
            if (task.status() == TaskStatus.REVIEW) {
                GateRecords.failed(session, task, failure);
            }
        });
    }

    private static boolean isAtGate(Task task) {
        return task.status() == TaskStatus.REVIEW && task.heldBy().isEmpty();
    }

    private static boolean isForMachine(GateStep step) {
        return !(step instanceof GateStep.WaitForPerson);
    }

    private static String key(TaskId task) {
        return "gate " + task.value();
    }
}
