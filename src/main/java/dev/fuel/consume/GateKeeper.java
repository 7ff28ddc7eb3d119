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
                .map(task -> waiting(task, GatePolicy.next(facts(session, task.id(), paused, config))))
                .toList();
    }

    private GateFacts facts(Session session, TaskId task, boolean paused, FuelConfig config) {
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

    /// @return the step at which the task stays for now; {@link GateStep.Land} for one that is through
    private GateStep advance(Task task, boolean paused, FuelConfig config) {
        GateStep step = new GateStep.Examine();
        try {
            for (int i = 0; i < MOST_STEPS; i++) {
                GateFacts facts = store.read(session -> facts(session, task.id(), paused, config));
                if (!isAtGate(facts.task())) {
                    return new GateStep.WaitForPerson("it has left the gate");
                }
                step = GatePolicy.next(facts);
                if (!carryOut(facts.task(), step, paused, config)) {
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
            case GateStep.SendBack(String issues) ->
                record(
                        task,
                        step,
                        paused,
                        config,
                        (session, now) -> GateRecords.sentBack(session, now, issues, config));
            case GateStep.CallForHelp(String why) ->
                record(task, step, paused, config, (session, now) -> GateRecords.inconclusive(session, now, why));
            case GateStep.AskForSignOff() -> record(task, step, paused, config, GateRecords::askedForSignOff);
            case GateStep.HandOverMerge(String conflict) ->
                record(task, step, paused, config, (session, now) -> GateRecords.handedOver(session, now, conflict));
        };
    }

    private boolean examine(Task task, FuelConfig config) {
        Supplier<Examination> job = () -> {
            @Nullable Path worktree = worktree(task, config);
            return copySearch.extend(gate.examine(task, worktree), task, worktree, config);
        };
        return beside(task, config, job, examination -> (session, now) -> {
            if (now.status() == TaskStatus.REVIEW && Objects.equals(now.commit(), task.commit())) {
                GateRecords.examined(session, now, withTests(examination, config));
            }
        });
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
                    if (isAtGate(now) && conclusion.equals(GatePolicy.next(facts(session, now.id(), paused, config)))) {
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
                session -> step.equals(GatePolicy.next(facts(session, task.id(), paused, config)))
                        ? session.runs().insert(step.run())
                        : null);
        if (started != null) {
            activeRuns.start(started, config);
        }
    }

    /// Decides again in the transaction that acts, since a person may have been faster.
    private boolean record(
            Task task, GateStep step, boolean paused, FuelConfig config, BiConsumer<Session, Task> record) {
        store.change(Actor.CONSUMER, session -> {
            GateFacts facts = facts(session, task.id(), paused, config);
            if (isAtGate(facts.task()) && step.equals(GatePolicy.next(facts))) {
                record.accept(session, facts.task());
            }
        });
        return true;
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
