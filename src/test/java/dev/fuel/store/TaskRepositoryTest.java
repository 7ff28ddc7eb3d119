package dev.fuel.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.domain.Actor;
import dev.fuel.domain.Event;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicStatus;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.task.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskRepositoryTest {
    @TempDir
    Path folder;

    private StoreFixture fixture;
    private Store store;

    @BeforeEach
    void open() {
        fixture = new StoreFixture(folder);
        store = fixture.store;
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatIsAddedIsFoundAgainWithAllItsFields() {
        Task added = fixture.add("Split the ledger");

        Task found = fixture.task(added.id());

        assertThat(found).isEqualTo(added);
        assertThat(found.status()).isEqualTo(TaskStatus.OPEN);
        assertThat(found.createdAt()).isEqualTo(fixture.instant());
        assertThat(found.createdBy()).isEqualTo("cli");
    }

    @Test
    void mostUrgentThenLongestChainThenOldestComesFirst() {
        TaskId old = fixture.add("old").id();
        TaskId awaited = fixture.add("awaited").id();
        TaskId middle = fixture.add("middle", awaited).id();
        fixture.add("last", middle);
        TaskId urgent = fixture.add("urgent").id();
        store.change(Actor.HUMAN, session -> session.tasks().change(urgent).priority(new Priority(0)));

        assertThat(fixture.ready()).containsExactly(urgent, awaited, old);
        assertThat(fixture.task(awaited).chain()).isEqualTo(2);
    }

    @Test
    void claimedTaskIsNotClaimedTwice() {
        TaskId task = fixture.add("once").id();

        Run run = claim(task);

        assertThat(run.token()).matches("[0-9a-f]{32}");
        assertThat(fixture.task(task).status()).isEqualTo(TaskStatus.IN_PROGRESS);
        Optional<Run> second =
                store.write(Actor.CONSUMER, session -> session.tasks().claim(task, work(task)));
        assertThat(second).isEmpty();
    }

    @Test
    void heldTaskIsReadyOnlyWhenEveryReasonIsGone() {
        TaskId task = fixture.add("held").id();
        store.change(
                Actor.HUMAN,
                session -> session.tasks()
                        .change(task)
                        .hold(Hold.PERSON, "not yet")
                        .hold(Hold.STUCK, "stuck"));
        store.change(Actor.HUMAN, session -> session.tasks().change(task).release(Hold.STUCK));
        assertThat(fixture.ready()).isEmpty();
        assertThat(waiting(task)).containsExactly(new Waiting.Held(Hold.PERSON));

        store.change(Actor.HUMAN, session -> session.tasks().change(task).release(Hold.PERSON));

        assertThat(fixture.ready()).containsExactly(task);
    }

    @Test
    void parkedTaskIsReadyWhenItsTimeHasCome() {
        TaskId task = fixture.add("parked").id();
        store.change(
                Actor.CONSUMER,
                session ->
                        session.tasks().change(task).notBefore(fixture.instant().plusSeconds(60)));

        assertThat(fixture.ready()).isEmpty();
        Optional<Instant> due = store.read(session -> session.queue().nextDue());
        assertThat(due).contains(fixture.instant().plusSeconds(60));
        fixture.wait(Duration.ofMinutes(1));
        assertThat(fixture.ready()).containsExactly(task);
    }

    @Test
    void cancelledBlockerNamesTheTasksThatItReleases() {
        TaskId blocker = fixture.add("blocker").id();
        TaskId other = fixture.add("other").id();
        TaskId waiting = fixture.add("waits for one", blocker).id();
        fixture.add("waits for both", blocker, other);

        var moved = store.writeDurably(
                Actor.HUMAN, session -> session.tasks().move(blocker, Move.CANCEL, "not wanted any more"));

        assertThat(moved.task().status()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(moved.released()).contains(waiting).hasSize(2);
        assertThat(fixture.ready()).containsExactly(other, waiting);
    }

    @Test
    void doneTaskOfAnotherEpicLetsGoWhenItsEpicIsApproved() {
        Epic epic = store.write(Actor.HUMAN, session -> session.epics().add("Ledger", "", "main"));
        TaskId blocker = fixture.add("in the epic", epic.id()).id();
        TaskId waiting = fixture.add("outside", blocker).id();
        closed(blocker);

        assertThat(waiting(waiting)).containsExactly(new Waiting.ForApproval(blocker, epic.id()));
        assertThat(store.read(session -> session.epics().get(epic.id())).status())
                .isEqualTo(EpicStatus.REVIEW_PENDING);

        store.changeDurably(Actor.HUMAN, session -> session.signOff().approve(epic.id()));

        assertThat(fixture.ready()).containsExactly(waiting);
        assertThatThrownBy(() -> fixture.add("too late", epic.id()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has been approved");
    }

    @Test
    void tasksOfHeldEpicDoNotStart() {
        Epic epic = store.write(Actor.HUMAN, session -> session.epics().add("Ledger", "", "main"));
        store.change(Actor.HUMAN, session -> session.epics().hold(epic.id(), Hold.PERSON));
        TaskId task = fixture.add("in the epic", epic.id()).id();

        assertThat(fixture.ready()).isEmpty();
        assertThat(waiting(task)).containsExactly(new Waiting.EpicHeld(epic.id(), Hold.PERSON));
    }

    @Test
    void cycleIsRefusedAndShown() {
        TaskId first = fixture.add("first").id();
        TaskId second = fixture.add("second", first).id();
        TaskId third = fixture.add("third", second).id();

        assertThatThrownBy(() -> store.change(
                        Actor.CLI, session -> session.dependencies().add(first, third)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("%s → %s → %s → %s".formatted(first, third, second, first));
        assertThatThrownBy(() -> store.change(
                        Actor.CLI, session -> session.dependencies().add(first, first)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot wait for itself");
        assertThat(fixture.task(first).openBlockers()).isZero();
    }

    @Test
    void taskWithUnknownBlockerIsNotAddedAtAll() {
        TaskId unknown = new TaskId("f-000000");

        assertThatThrownBy(() -> fixture.add("waits for nobody", unknown))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no task 'f-000000'");
        List<Task> tasks = store.read(session -> session.tasks().list(TaskFilter.ALL));
        assertThat(tasks).isEmpty();
    }

    @Test
    void eachChangeLeavesItsLineInTheAuditLog() {
        TaskId task = fixture.add("watched").id();
        Run run = claim(task);

        List<Event> events = store.read(session -> session.events().since(0, 100));

        assertThat(events).extracting(Event::what).containsExactly("task_added", "task_claim", "run_added");
        assertThat(events)
                .extracting(Event::entityId)
                .containsExactly(task.value(), task.value(), run.id().value());
        assertThat(events.get(1).fromState()).isEqualTo("open");
    }

    @Test
    void readingSessionCannotChangeAnything() {
        assertThatThrownBy(() -> store.read(session -> session.state().pause()))
                .isInstanceOf(IllegalStateException.class);
        boolean paused = store.read(session -> session.state().isPaused());
        assertThat(paused).isFalse();
    }

    private void closed(TaskId task) {
        store.change(Actor.HUMAN, session -> {
            session.tasks().move(task, Move.CLAIM, null);
            session.tasks().move(task, Move.SUBMIT, null);
            session.tasks().move(task, Move.CLOSE, null);
        });
    }

    private List<Waiting> waiting(TaskId task) {
        return store.read(
                session -> session.queue().waiting(List.of(fixture.task(task))).getOrDefault(task, List.of()));
    }

    private Run claim(TaskId task) {
        return store.write(Actor.CONSUMER, session -> session.tasks().claim(task, work(task)))
                .orElseThrow();
    }

    private static NewRun work(TaskId task) {
        return NewRun.work(task, StoreFixture.AGENT, null);
    }
}
