package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.app.Caller;
import dev.fuel.app.OutwardActs;
import dev.fuel.app.Project;
import dev.fuel.app.TaskMessages;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Request;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.epic.EpicStatus;
import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.task.TaskType;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person asks for and can take back for a moment: it happens once, whatever dies meanwhile, or not at all.
class OutwardActsTest {
    private static final Caller PERSON = new Caller.Person(Actor.HUMAN);

    /// What is asked for by this clock is due by the other one.
    private static final InstantSource LATE =
            () -> InstantSource.system().instant().minus(OutwardActs.GRACE);

    @TempDir
    Path folder;

    @Test
    void whatIsTakenBackHasNeverHappened() {
        try (var workshop = Workshop.in(folder)) {
            InboxItem item = stuck(workshop);
            Request asked =
                    ask(workshop, InstantSource.system(), acts -> acts.decide(item.id(), InboxAction.RETRY, null));
            workshop.consume(ConsumerOptions.Mode.UNTIL_IDLE).ended();
            assertThat(workshop.task(taskOf(item)).heldBy()).containsExactly(Hold.STUCK);

            ask(workshop, InstantSource.system(), acts -> {
                acts.takeBack(asked.id());
                return asked;
            });
            Optional<Request> found =
                    workshop.store.read(session -> session.requests().find(asked.id()));
            assertThat(found).isEmpty();
        }
    }

    @Test
    void whatIsDueCannotBeTakenBackAnyMore() {
        try (var workshop = Workshop.in(folder)) {
            InboxItem item = stuck(workshop);
            Request asked = ask(workshop, LATE, acts -> acts.decide(item.id(), InboxAction.RETRY, null));

            assertThatThrownBy(() -> ask(workshop, InstantSource.system(), acts -> {
                        acts.takeBack(asked.id());
                        return asked;
                    }))
                    .hasMessageStartingWith("too late");
        }
    }

    @Test
    void theNextConsumerCarriesOutWhatIsDueHoweverOftenItDies() {
        try (var workshop = Workshop.in(folder)) {
            InboxItem item = stuck(workshop);
            Request asked = ask(
                    workshop, LATE, acts -> acts.decide(item.id(), InboxAction.ANSWER, "Once\nfake: commit a.txt a"));
            int deaths = 1;
            while (workshop.untilIdleDyingAfter(deaths)) {
                deaths++;
            }
            assertThat(result(workshop, asked)).contains("gets the answer");
            assertThat(workshop.task(taskOf(item)).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.store.read(session -> session.events().latest(500)).stream()
                            .filter(event -> event.what().equals("inbox_actioned")))
                    .hasSize(1);
        }
    }

    @Test
    void anEpicLandsWhenItsGraceIsOver() {
        try (var workshop = Workshop.in(folder)) {
            EpicId epic = Epics.add(workshop, "Greet");
            workshop.add("Write it", TaskType.FEATURE, epic, "commit a.txt a");
            workshop.untilIdle();
            InboxItem review =
                    workshop.store.read(session -> session.inbox().open()).getFirst();
            Request asked = ask(workshop, LATE, acts -> acts.decide(review.id(), InboxAction.APPROVE, null));

            workshop.untilIdle();

            assertThat(Epics.get(workshop, epic).status()).isEqualTo(EpicStatus.APPROVED);
            assertThat(result(workshop, asked)).isEqualTo(epic + " is approved, its work is on main");
            assertThat(workshop.git("show", "main:a.txt")).isEqualTo("a");
        }
    }

    @Test
    void whatBecameImpossibleMeanwhileIsAnsweredAndNotTriedAgain() {
        try (var workshop = Workshop.in(folder)) {
            InboxItem item = stuck(workshop);
            Request asked = ask(workshop, LATE, acts -> acts.decide(item.id(), InboxAction.RETRY, null));
            workshop.person.cancel(List.of(taskOf(item).value()), null);

            workshop.untilIdle();

            assertThat(result(workshop, asked)).startsWith("refused: " + item.id() + " is over: cancelled");
        }
    }

    @Test
    void whoLeavesHasItDoneAtOnce() {
        try (var workshop = Workshop.in(folder)) {
            InboxItem item = stuck(workshop);
            Request asked = ask(workshop, InstantSource.system(), acts -> {
                Request request = acts.retry(taskOf(item), null);
                acts.flush(List.of(request.id()));
                return request;
            });
            assertThat(result(workshop, asked)).isEqualTo(taskOf(item) + " will be tried again");
            assertThat(workshop.task(taskOf(item)).heldBy()).isEmpty();
        }
    }

    @Test
    void whatARunningAgentIsToldIsReadBeforeAnythingIsChecked() {
        String config = Workshop.plainConfig("")
                .replace(
                        "{driver: command, command: [\"%s\"], prompt: stdin,".formatted(Workshop.FAKE_AGENT),
                        "{driver: claude, binary: \"%s\",".formatted(Workshop.FAKE_AGENT));
        try (var workshop = Workshop.withConfig(folder, config)) {
            Path gate = workshop.gate();
            TaskId task = workshop.add("Greet", "wait " + gate, "commit a.txt one");
            workshop.consume();
            Run run = workshop.untilRunning(task);
            try (Project project = workshop.project()) {
                assertThat(new TaskMessages(project, PERSON)
                                .tell(task.value(), "Two, please\nfake: commit b.txt two")
                                .outcome())
                        .isEqualTo("%s reads it when %s ends, before anything is checked".formatted(task, run.id()));
            }
            Workshop.open(gate);
            workshop.untilStatus(task, TaskStatus.CLOSED);
            workshop.leave(false);

            assertThat(workshop.git("show", "main:b.txt")).isEqualTo("two");
            assertThat(workshop.runs(task).getFirst().resumedFrom()).isEqualTo(run.id());
            assertThat(workshop.task(task).note()).isNull();
            assertThat(workshop.task(task).attempts()).isZero();
        }
    }

    /// A task that came to a stop, and the item about it.
    private static InboxItem stuck(Workshop workshop) {
        TaskId task = workshop.add("Work", "commit w.txt w");
        return workshop.store.write(Actor.CONSUMER, session -> {
            session.tasks().change(task).hold(Hold.STUCK, "stuck").done();
            return session.inbox()
                    .post(new NewInboxItem(InboxType.STUCK, "stuck:" + task, "Stuck", "", null, task, null));
        });
    }

    private static Request ask(Workshop workshop, InstantSource clock, Function<OutwardActs, Request> asking) {
        try (Project project = workshop.project(clock)) {
            return asking.apply(new OutwardActs(project, PERSON));
        }
    }

    private static String result(Workshop workshop, Request asked) {
        return Objects.requireNonNull(workshop.store
                .read(session -> session.requests().find(asked.id()))
                .orElseThrow()
                .result());
    }

    private static TaskId taskOf(InboxItem item) {
        return Objects.requireNonNull(item.task());
    }
}
