package dev.fuel.store;

import dev.fuel.domain.Actor;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.CostSource;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.ProcessIdentity;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunOutcome;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.domain.task.TaskType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Random work of agents: runs of all kinds, of tasks and of epics, that end in all ways, go on with sessions, cost
/// something, nothing or nobody knows what; and what reviews and people say of it.
final class RandomWork {
    private static final List<AgentName> AGENTS =
            List.of(new AgentName("claude"), new AgentName("codex"), new AgentName("qwen"));

    private final StoreFixture fixture;
    private final Random random;
    private final List<TaskId> tasks = new ArrayList<>();
    private final List<EpicId> epics = new ArrayList<>();
    private final List<RunId> runs = new ArrayList<>();

    RandomWork(StoreFixture fixture, long seed) {
        this.fixture = fixture;
        this.random = new Random(seed);
        fixture.store.change(Actor.HUMAN, session -> {
            for (int number = 0; number < 3; number++) {
                epics.add(session.epics().add("epic " + number, "", null).id());
            }
            for (int number = 0; number < 6; number++) {
                TaskId task =
                        session.tasks().add(NewTask.titled("task " + number)).id();
                session.tasks()
                        .change(task)
                        .type(any(List.of(TaskType.values())))
                        .done();
                tasks.add(task);
            }
        });
    }

    void step() {
        fixture.wait(Duration.ofMinutes(random.nextInt(random.nextInt(4) == 0 ? 100_000 : 300)));
        try {
            fixture.store.change(Actor.HUMAN, this::change);
        } catch (Refusal refused) {
            // A second work run on one task and the like are part of a random history.
            fixture.wait(Duration.ofMillis(1));
        }
    }

    private void change(Session session) {
        TaskId task = any(tasks);
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> start(session, task);
            case 3, 4, 5 -> settle(session);
            case 6, 7 -> review(session, task);
            case 8 ->
                session.tasks()
                        .change(task)
                        .epic(random.nextBoolean() ? null : any(epics))
                        .done();
            case 9 -> decide(session, any(epics));
            case 10 -> rate(session);
            case 11, 12 -> endOrReopen(session, task);
            default -> changeTask(session, task);
        }
    }

    private void start(Session session, TaskId task) {
        RunKind kind = random.nextBoolean() ? RunKind.WORK : any(List.of(RunKind.values()));
        boolean ofEpic = kind == RunKind.EPIC_REVIEW || kind == RunKind.PLAN;
        @Nullable
        Run before =
                session.runs().lastOf(task).filter(_ -> random.nextBoolean()).orElse(null);
        Run run = session.runs()
                .insert(new NewRun(
                        kind,
                        ofEpic ? null : task,
                        ofEpic ? any(epics) : session.tasks().get(task).epic(),
                        kind == RunKind.CHECK ? null : any(AGENTS),
                        random.nextBoolean() ? null : "model-" + random.nextInt(2),
                        before == null ? null : before.sessionId(),
                        null,
                        null,
                        1,
                        before == null ? null : before.id()));
        runs.add(run.id());
        if (random.nextInt(8) > 0) {
            session.progress().started(run.id(), new ProcessIdentity(4_711, "start"));
        }
    }

    private void settle(Session session) {
        List<Run> running = session.runs().running();
        if (running.isEmpty()) {
            return;
        }
        Run run = any(running);
        if (random.nextInt(4) == 0) {
            session.progress().claimDone(run.token(), "done");
        }
        RunStatus status = any(List.of(RunStatus.COMPLETED, RunStatus.COMPLETED, RunStatus.FAILED, RunStatus.KILLED));
        @Nullable FailureType failure = status == RunStatus.FAILED ? any(List.of(FailureType.values())) : null;
        // In quarters, which add up to the same in any order.
        @Nullable Double usd = random.nextInt(3) == 0 ? null : Double.valueOf(random.nextInt(20) / 4.0);
        session.runs()
                .settle(
                        run.id(),
                        run.token(),
                        new RunOutcome(
                                status,
                                0,
                                failure,
                                null,
                                failure != null && failure.chargesTask(),
                                "session-" + random.nextInt(3),
                                null,
                                null,
                                new Usage(tokens(), tokens(), tokens(), usd, 1),
                                null,
                                null,
                                null,
                                usd == null ? null : any(List.of(CostSource.values()))));
    }

    private @Nullable Long tokens() {
        return random.nextInt(4) == 0 ? null : Long.valueOf(random.nextInt(1_000_000));
    }

    private void review(Session session, TaskId task) {
        if (session.reviews().pending(task).isEmpty()) {
            session.reviews()
                    .open(
                            task,
                            session.runs()
                                    .lastOf(task, RunKind.WORK)
                                    .map(Run::id)
                                    .orElse(null),
                            null,
                            List.of());
        } else {
            session.reviews()
                    .finish(
                            session.reviews().pending(task).orElseThrow().id(),
                            any(List.of(ReviewStatus.PASSED, ReviewStatus.FAILED, ReviewStatus.INCONCLUSIVE)),
                            "so it ended");
        }
    }

    private void decide(Session session, EpicId epic) {
        if (random.nextInt(3) == 0) {
            session.signOff().approve(epic);
        } else {
            session.signOff().requestChanges(epic, "more");
        }
    }

    private void rate(Session session) {
        runs.stream()
                .skip(runs.isEmpty() ? 0 : random.nextInt(runs.size()))
                .findFirst()
                .map(session.runs()::get)
                .filter(run -> run.kind() == RunKind.WORK && run.status() != RunStatus.RUNNING)
                .ifPresent(run -> session.runs().rate(run, 1 + random.nextInt(5)));
    }

    /// Epics can be decided about only once their tasks are over.
    private void endOrReopen(Session session, TaskId task) {
        boolean over = session.tasks().get(task).status().isEnded();
        session.tasks().move(task, over && random.nextInt(3) == 0 ? Move.REOPEN : Move.CANCEL, "so it is");
    }

    private void changeTask(Session session, TaskId task) {
        if (random.nextBoolean()) {
            session.tasks()
                    .change(task)
                    .complexity(any(List.of(Complexity.values())))
                    .done();
        } else {
            session.tasks()
                    .change(task)
                    .approve(random.nextBoolean() ? null : "none")
                    .done();
        }
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
