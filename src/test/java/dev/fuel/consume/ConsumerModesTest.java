package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fuel.consume.ConsumerOptions.Mode;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Request;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.request.RequestKind;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.task.TaskType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When a consumer starts nothing, when it ends, and what it says then.
class ConsumerModesTest {
    @TempDir
    Path folder;

    @Test
    void untilIdleDoesNotWaitForTimeAndSaysUntilWhen() {
        try (var workshop = Workshop.in(folder)) {
            Instant later = Instant.parse("2100-01-01T00:00:00Z");
            TaskId waiting = workshop.add("Later", "commit a.txt one");
            TaskId held = workshop.add("Held", "commit b.txt one");
            TaskId now = workshop.add("Now", "commit c.txt one");
            workshop.store.change(
                    Actor.HUMAN,
                    session -> session.tasks().change(waiting).notBefore(later).done());
            workshop.store.change(
                    Actor.HUMAN,
                    session -> session.tasks()
                            .change(held)
                            .hold(Hold.PERSON, "not yet")
                            .done());
            IdleReport report = workshop.consume(Mode.UNTIL_IDLE).ended();
            assertThat(workshop.task(now).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(report.waiting())
                    .extracting(IdleReport.Waiting::task, IdleReport.Waiting::until)
                    .containsExactlyInAnyOrder(tuple(waiting, later), tuple(held, null));
        }
    }

    @Test
    void withWaitItSitsOutABackoff() {
        String config = Workshop.plainConfig("").replace("backoff: 20ms", "backoff: 400ms");
        try (var workshop = Workshop.withConfig(folder, config)) {
            TaskId task = workshop.add("Write it", "fail-times 1", "commit a.txt one");
            IdleReport report = workshop.consume(Mode.UNTIL_IDLE).ended();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.OPEN);
            assertThat(report.waiting()).singleElement().satisfies(waiting -> {
                assertThat(waiting.until()).isNotNull();
                assertThat(waiting.reason()).contains("waits for fake", "tries again at");
            });
            assertThat(workshop.untilIdle().waiting()).isEmpty();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
        }
    }

    @Test
    void onceStartsWhatCanStartAtTheBeginningAndBringsItToItsEnd() {
        String config = Workshop.plainConfig("").replace("max_concurrent: 4\n", "max_concurrent: 1\n");
        try (var workshop = Workshop.withConfig(folder, config)) {
            TaskId first = workshop.add("First", "commit a.txt one");
            TaskId second = workshop.add("Second", "commit b.txt one");
            IdleReport report = workshop.consume(Mode.ONCE).ended();
            assertThat(workshop.task(first).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.task(second).status()).isEqualTo(TaskStatus.OPEN);
            assertThat(report.waiting()).singleElement().satisfies(waiting -> {
                assertThat(waiting.task()).isEqualTo(second);
                assertThat(waiting.reason()).isEqualTo("ready to start");
            });
        }
    }

    @Test
    void aStoredPauseIsHonouredAndOneTaskMayStartAllTheSame() {
        try (var workshop = Workshop.in(folder)) {
            workshop.store.change(Actor.HUMAN, session -> session.state().pause());
            TaskId one = workshop.add("One", "commit a.txt one");
            TaskId other = workshop.add("Other", "commit b.txt one");
            IdleReport report = workshop.consume(Mode.UNTIL_IDLE).ended();
            assertThat(report.waiting())
                    .hasSize(2)
                    .allSatisfy(waiting -> assertThat(waiting.reason()).isEqualTo("dispatch is paused"));
            workshop.consume();
            workshop.ask(RequestKind.START_NOW, one.value());
            workshop.untilStatus(one, TaskStatus.CLOSED);
            assertThat(workshop.task(other).status()).isEqualTo(TaskStatus.OPEN);
            workshop.store.change(Actor.HUMAN, session -> session.state().unpause());
            workshop.untilStatus(other, TaskStatus.CLOSED);
        }
    }

    @Test
    void anEditOfTheConfigurationIsTakenUpAndABrokenOneKeepsTheLastGood() {
        try (var workshop = Workshop.withConfig(folder, "limits: {max_load: 1000}\n")) {
            TaskId first = workshop.add("First", "commit a.txt one");
            workshop.consume();
            workshop.configure(Workshop.plainConfig(""));
            workshop.untilStatus(first, TaskStatus.CLOSED);
            workshop.configure("agents: [this is\n");
            TaskId second = workshop.add("Second", "commit b.txt one");
            workshop.untilStatus(second, TaskStatus.CLOSED);
        }
    }

    @Test
    void anIdleConsumerDoesNotWake() throws InterruptedException {
        try (var workshop = Workshop.in(folder)) {
            TaskId task = workshop.add("Write it", "commit a.txt one");
            workshop.consume();
            workshop.untilStatus(task, TaskStatus.CLOSED);
            touch(workshop, "first");
            long before = workshop.consumer().turns();
            assertThat(new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS)).isFalse();
            touch(workshop, "second");
            // One for the touch itself; the database's own notice of it may come as another.
            assertThat(workshop.consumer().turns() - before).isBetween(1L, 4L);
        }
    }

    @Test
    void aRunFolderThatCannotBeReadHarmsNoOtherRun() throws IOException {
        try (var workshop = Workshop.in(folder)) {
            Path gate = workshop.gate();
            TaskId task = workshop.add("Write it", "commit a.txt one", "wait " + gate);
            workshop.consume();
            Path files = Objects.requireNonNull(
                    workshop.output(workshop.untilRunning(task)).getParent());
            Path aside = files.resolveSibling("aside");
            Files.move(files, aside);
            Files.createSymbolicLink(files, files);
            TaskId other = workshop.add("Write another", "commit b.txt one");
            workshop.untilStatus(other, TaskStatus.CLOSED);
            Files.delete(files);
            Files.move(aside, files);
            Workshop.open(gate);
            workshop.untilStatus(task, TaskStatus.CLOSED);
        }
    }

    @Test
    void anEpicWhoseLastTaskIsCancelledWaitsForApprovalAndNoLongerWhenATaskIsAdded() {
        try (var workshop = Workshop.in(folder)) {
            var epic = workshop.store
                    .write(Actor.HUMAN, session -> session.epics().add("Both", "", "main"))
                    .id();
            TaskId one = workshop.add("One", TaskType.FEATURE, epic, "commit a.txt one");
            TaskId other = workshop.add("Other", TaskType.FEATURE, epic, "hang");
            workshop.consume();
            workshop.untilStatus(one, TaskStatus.CLOSED);
            workshop.untilRunning(other);
            workshop.person.cancel(List.of(other.value()), "not needed");
            workshop.until("it asks for approval", session -> session.inbox().openCount() == 1);
            assertThat(workshop.inbox().getFirst().type()).isEqualTo(InboxType.EPIC_REVIEW);
            workshop.store.change(Actor.HUMAN, session -> session.state().pause());
            workshop.add("One more", TaskType.FEATURE, epic, "commit c.txt one");
            workshop.until("it asks no longer", session -> session.inbox().openCount() == 0);
        }
    }

    @Test
    void aCancelledTaskLeavesNoEmptyWorktreeBehindAndLosesNoWork() {
        try (var workshop = Workshop.in(folder)) {
            TaskId empty = workshop.add("Empty", "hang");
            TaskId begun = workshop.add("Begun", "edit a.txt half", "hang");
            workshop.consume();
            workshop.untilRunning(empty);
            workshop.untilRunning(begun);
            assertThat(workshop.firstLine(workshop.runs(begun).getFirst())).contains("a.txt");
            workshop.person.cancel(List.of(empty.value(), begun.value()), "not needed");
            workshop.until(
                    "both runs are over", session -> session.runs().running().isEmpty());
            workshop.leave(false);
            assertThat(workshop.worktree(empty)).doesNotExist();
            assertThat(workshop.git("for-each-ref", "refs/heads/fuel/" + empty)).isEmpty();
            assertThat(workshop.worktree(begun).resolve("a.txt")).hasContent("half");
        }
    }

    @Test
    void whilePausedATaskFarDownTheQueueCanBeStartedToo() {
        try (var workshop = Workshop.in(folder)) {
            workshop.store.change(Actor.HUMAN, session -> session.state().pause());
            for (int i = 0; i < 20; i++) {
                workshop.add("Before " + i, "hang");
            }
            TaskId last = workshop.add("Last", "commit a.txt one");
            workshop.consume();
            workshop.ask(RequestKind.START_NOW, last.value());
            workshop.untilStatus(last, TaskStatus.CLOSED);
        }
    }

    @Test
    void aTaskThatIsToStartNowIsTheNextOneWhenAllSlotsAreFull() {
        String config = Workshop.plainConfig("").replace("max_concurrent: 4\n", "max_concurrent: 1\n");
        try (var workshop = Workshop.withConfig(folder, config)) {
            Path gate = workshop.gate();
            TaskId running = workshop.add("Running", "wait " + gate, "commit a.txt one");
            TaskId next = workshop.add("Next in the queue", "commit b.txt one");
            TaskId wanted = workshop.add("Wanted", "commit c.txt one");
            workshop.consume();
            workshop.untilRunning(running);
            workshop.ask(RequestKind.START_NOW, wanted.value());
            touch(workshop, "looked at");
            assertThat(openRequests(workshop)).as("it is not forgotten").hasSize(1);
            // Another consumer takes it up as well.
            workshop.leave(false);
            workshop.store.change(Actor.HUMAN, session -> session.state().pause());
            workshop.consume();
            Workshop.open(gate);
            workshop.untilStatus(wanted, TaskStatus.CLOSED);
            assertThat(workshop.runs(next)).isEmpty();
            assertThat(openRequests(workshop)).isEmpty();
        }
    }

    @Test
    void whatWaitsForSomethingElseThanRoomIsNotStartedByAsking() {
        try (var workshop = Workshop.in(folder)) {
            TaskId held = workshop.add("Held", "commit a.txt one");
            workshop.store.change(
                    Actor.HUMAN,
                    session ->
                            session.tasks().change(held).hold(Hold.PERSON, null).done());
            workshop.ask(RequestKind.START_NOW, held.value());
            workshop.untilIdle();
            Request answered =
                    workshop.store.read(session -> session.requests().find(1).orElseThrow());
            assertThat(answered.result()).isEqualTo("not started: held by a person");
        }
    }

    private static List<Request> openRequests(Workshop workshop) {
        return workshop.store.read(session -> session.requests().open());
    }

    /// Makes the consumer take a turn and waits until it has.
    private static void touch(Workshop workshop, String word) {
        workshop.store.change(Actor.HUMAN, session -> session.events().add("project", "touched", word));
        workshop.untilTold(event -> word.equals(event.detail()));
    }
}
