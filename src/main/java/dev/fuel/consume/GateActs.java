package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.config.ReviewSettings;
import dev.fuel.domain.Actor;
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
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Carries out the steps of the gate. What asks git runs beside the loop; what comes of it is decided on again in the
/// transaction that writes it down, since a person may have been faster.
final class GateActs {
    private final Store store;
    private final Workspaces workspaces;
    private final InFlight inFlight;
    private final ActiveRuns activeRuns;
    private final Gate gate;
    private final CheckWorkspaces checkWorkspaces;
    private final CopySearch copySearch;
    private final ProgramKeeper programs;

    GateActs(Ground ground, Workspaces workspaces, InFlight inFlight, ActiveRuns activeRuns, ProgramKeeper programs) {
        this.programs = programs;
        this.store = ground.store();
        this.workspaces = workspaces;
        this.inFlight = inFlight;
        this.activeRuns = activeRuns;
        this.gate = new Gate(ground.repository(), ground.fuelDirectory());
        this.checkWorkspaces = workspaces.ofChecks();
        this.copySearch = new CopySearch(ground);
    }

    /// What comes next for the task.
    ///
    /// @param paused beside the pause in the database
    GateStep next(Session session, Task task, boolean paused, FuelConfig config) {
        return GatePolicy.next(
                GateReader.facts(session, task, paused, () -> programs.standings(session, config), config));
    }

    /// Whether a step of the task runs beside the loop.
    boolean isUnderWay(TaskId task) {
        return inFlight.contains(key(task));
    }

    /// Writes down a step that is nothing but a change of the database.
    void write(Session session, Task task, GateStep step, FuelConfig config) {
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

    boolean examine(Task task, FuelConfig config) {
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

    boolean conclude(Task task, GateStep.ConcludeTests step, boolean paused, FuelConfig config) {
        @Nullable RunId atHead = store.read(session -> lastAtHead(session, task));
        return beside(
                task,
                config,
                () -> {
                    checkWorkspaces.tidy(task, atHead);
                    return step;
                },
                conclusion -> (session, now) -> {
                    if (isAtGate(now) && conclusion.equals(next(session, now, paused, config))) {
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

    boolean land(Task task, FuelConfig config) {
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

    /// @return whether it has to be decided on again: time alone may have changed that, and would wake nobody
    boolean execute(Task task, GateStep.Execute step, boolean paused, FuelConfig config) {
        @Nullable
        Run started = store.write(
                Actor.CONSUMER,
                session -> step.equals(next(session, session.tasks().get(task.id()), paused, config))
                        ? session.runs().insert(step.run())
                        : null);
        if (started != null) {
            activeRuns.start(started, config);
        }
        return started == null;
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

    void failed(TaskId id, RuntimeException failure) {
        record(id, (session, task) -> {
            if (task.status() == TaskStatus.REVIEW) {
                GateRecords.failed(session, task, failure);
            }
        });
    }

    static boolean isAtGate(Task task) {
        return task.status() == TaskStatus.REVIEW && task.heldBy().isEmpty();
    }

    private static String key(TaskId task) {
        return "gate " + task.value();
    }
}
