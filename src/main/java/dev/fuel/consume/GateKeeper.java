package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Actor;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.gate.Gate;
import dev.fuel.gate.GateResult;
import dev.fuel.gate.Workspaces;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import dev.fuel.store.StoreUnusable;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sends every task in review through the gate and writes down what it found. That a task is at the gate is known from
/// its status alone, so that a crash anywhere only means that the gate starts again.
final class GateKeeper {
    private final Store store;
    private final Workspaces workspaces;
    private final InFlight inFlight;
    private final Gate gate;

    GateKeeper(Ground ground, Workspaces workspaces, InFlight inFlight) {
        this.store = ground.store();
        this.workspaces = workspaces;
        this.inFlight = inFlight;
        this.gate = new Gate(ground.repository(), ground.fuelDirectory());
    }

    /// @return how many tasks wait for the gate
    int startGates(List<Task> tasks, FuelConfig config) {
        for (Task task : tasks) {
            String key = "gate " + task.id();
            if (inFlight.contains(key)) {
                continue;
            }
            if (!workspaces.usesWorktrees(config.workspace())) {
                recordOrHold(task, gate.pass(task, null, null), config); // nothing to ask git, so nothing to wait for
                continue;
            }
            @Nullable Epic epic = store.read(session -> Claims.epicOf(session, task));
            Path worktree = workspaces.worktreePath(task.id());
            inFlight.start(
                    key,
                    () -> gate.pass(task, epic, worktree),
                    result -> recordOrHold(task, result, config),
                    failure -> record(task.id(), failed(task, failure), config));
        }
        return workspaces.usesWorktrees(config.workspace()) ? tasks.size() : 0;
    }

    private static GateResult failed(Task task, RuntimeException failure) {
        return new GateResult.Blocked(
                List.of(),
                InboxType.MERGE_BLOCKED,
                "cannot check %s: %s".formatted(task.id(), failure.getMessage()),
                "%s\n\nMend the cause, then `fuel retry %s`.".formatted(failure, task.id()));
    }

    /// What cannot be written down must not send the task through the gate for ever.
    private void recordOrHold(Task task, GateResult result, FuelConfig config) {
        try {
            record(task.id(), result, config);
        } catch (StoreUnusable unusable) {
            throw unusable;
        } catch (RuntimeException failure) {
            record(task.id(), failed(task, failure), config);
        }
    }

    private void record(TaskId id, GateResult result, FuelConfig config) {
        store.change(Actor.CONSUMER, session -> {
            Task task = session.tasks().get(id);
            if (task.status() == TaskStatus.REVIEW) {
                record(session, task, result, config);
            } else if (result instanceof GateResult.Landed(var _, String commit) && commit != null) {
                session.events()
                        .add(
                                id.value(),
                                "task_landed_late",
                                "it was %s while its work landed: %s"
                                        .formatted(task.status().word(), landedWords(task, commit)));
            }
        });
    }

    private void record(Session session, Task task, GateResult result, FuelConfig config) {
        switch (result) {
            case GateResult.Landed(List<Check> checks, String commit) -> {
                addReview(session, task, ReviewStatus.PASSED, checks);
                session.tasks().step(task, Move.CLOSE, landedWords(task, commit));
            }
            case GateResult.Failed(List<Check> checks, String issues) -> {
                addReview(session, task, ReviewStatus.FAILED, checks);
                Settlement.sendBack(session, task, issues, true, config);
            }
            case GateResult.Moved(String head, String base) -> {
                var changes = session.tasks().change(task.id()).commit(head);
                (base == null ? changes : changes.baseCommit(base)).done();
            }
            case GateResult.Blocked(List<Check> checks, InboxType type, String title, String body) -> {
                addReview(session, task, ReviewStatus.INCONCLUSIVE, checks);
                session.tasks().change(task.id()).hold(Hold.MERGE, title).done();
                session.inbox()
                        .post(new NewInboxItem(type, "merge:" + task.id(), title, body, task.epic(), task.id(), null));
            }
        }
    }

    private static void addReview(Session session, Task task, ReviewStatus status, List<Check> checks) {
        @Nullable
        RunId run = session.runs().lastOf(task.id(), RunKind.WORK).map(Run::id).orElse(null);
        session.reviews()
                .addDecided(task.id(), run, status, checks, "decided by the checks; no review agent is configured");
    }

    private static String landedWords(Task task, @Nullable String commit) {
        if (commit == null) {
            return "checks passed";
        }
        String target = task.epic() == null ? String.valueOf(task.baseBranch()) : "fuel/" + task.epic();
        return "landed on %s at %s".formatted(target, commit.substring(0, Math.min(10, commit.length())));
    }
}
