package dev.fuel.store;

import dev.fuel.domain.Actor;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunOutcome;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random changes of a store: whatever the rules refuse simply does not happen.
final class RandomHistory {
    private final StoreFixture fixture;
    private final Random random;
    private final List<TaskId> tasks = new ArrayList<>();
    private final List<EpicId> epics = new ArrayList<>();

    RandomHistory(StoreFixture fixture, long seed) {
        this.fixture = fixture;
        this.random = new Random(seed);
        for (int number = 0; number < 3; number++) {
            String title = "epic " + number;
            epics.add(fixture.store
                    .write(Actor.HUMAN, session -> session.epics().add(title, "", null))
                    .id());
        }
        for (int number = 0; number < 8; number++) {
            addTask();
        }
    }

    void step() {
        try {
            fixture.store.change(Actor.CLI, this::change);
        } catch (Refusal refused) {
            // Illegal moves, cycles and approved epics are part of a random history.
            fixture.wait(Duration.ofMillis(1));
        }
    }

    private void change(Session session) {
        TaskId task = any(tasks);
        switch (random.nextInt(14)) {
            case 0 -> addTask(session);
            case 1, 2, 3 -> session.dependencies().add(task, any(tasks));
            case 4 -> session.dependencies().remove(task, any(tasks));
            case 5, 6, 7 -> session.tasks().move(task, any(List.of(Move.values())), "moved");
            case 8 -> holdOrRelease(session, task);
            case 9 -> session.tasks().change(task).notBefore(fixture.instant().plusSeconds(random.nextInt(10) - 3));
            case 10 -> labelOrEpic(session, task);
            case 11 -> changeEpic(session, any(epics));
            case 12 -> runOrSettle(session, task);
            default -> postOrAction(session, task);
        }
        if (random.nextInt(5) == 0) {
            fixture.wait(Duration.ofSeconds(random.nextInt(5)));
        }
    }

    private void addTask() {
        fixture.store.change(Actor.CLI, this::addTask);
    }

    private void addTask(Session session) {
        Task task = session.tasks().add(NewTask.titled("task " + tasks.size()));
        session.tasks().change(task.id()).priority(new Priority(random.nextInt(5)));
        tasks.add(task.id());
    }

    private void holdOrRelease(Session session, TaskId task) {
        Hold hold = any(List.of(Hold.values()));
        if (random.nextBoolean()) {
            session.tasks().change(task).hold(hold, "held");
        } else {
            session.tasks().change(task).release(hold);
        }
    }

    private void labelOrEpic(Session session, TaskId task) {
        switch (random.nextInt(4)) {
            case 0 -> session.tasks().change(task).addLabel(Task.NEEDS_HUMAN);
            case 1 -> session.tasks().change(task).addLabel("other").removeLabel(Task.NEEDS_HUMAN);
            case 2 -> session.tasks().change(task).epic(null);
            default -> session.tasks().change(task).epic(any(epics));
        }
    }

    private void changeEpic(Session session, EpicId epic) {
        if (random.nextInt(4) == 0) {
            session.signOff().approve(epic);
        } else if (random.nextBoolean()) {
            session.epics().hold(epic, random.nextBoolean() ? Hold.PERSON : Hold.MERGE);
        } else {
            session.epics().release(epic, random.nextBoolean() ? Hold.PERSON : Hold.MERGE);
        }
    }

    private void runOrSettle(Session session, TaskId task) {
        List<Run> running = session.runs().running();
        if (random.nextBoolean() || running.isEmpty()) {
            session.runs().insert(new NewRun(RunKind.REVIEW, task, null, null, null, null, null, null, 1, null));
        } else {
            Run run = any(running);
            session.runs()
                    .settle(
                            run.id(),
                            run.token(),
                            new RunOutcome(
                                    RunStatus.COMPLETED,
                                    0,
                                    null,
                                    null,
                                    false,
                                    null,
                                    null,
                                    null,
                                    Usage.UNKNOWN,
                                    null,
                                    null,
                                    null));
        }
    }

    private void postOrAction(Session session, TaskId task) {
        List<InboxItem> open = session.inbox().open();
        if (random.nextBoolean() || open.isEmpty()) {
            session.inbox()
                    .post(new NewInboxItem(InboxType.MESSAGE, "message:" + task, "a message", "", null, task, null));
        } else {
            session.inbox().action(any(open).id(), "read");
        }
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
