package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.Actor;
import dev.fuel.domain.Request;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.request.RequestKind;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.task.TaskType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is in the way of a run has a plain reason and one inbox item, loses nothing and does not repeat itself for
/// ever.
class RoughSurroundingsTest {
    @TempDir
    Path folder;

    @Test
    void withoutAnIdentityFuelsOwnMergesCarryFuelsName() {
        try (var workshop = Workshop.in(folder)) {
            workshop.git("config", "--unset", "user.name");
            workshop.git("config", "--unset", "user.email");
            var epic = workshop.store
                    .write(Actor.HUMAN, session -> session.epics().add("Both", "", "main"))
                    .id();
            Path first = workshop.gate("first");
            Path second = workshop.gate("second");
            TaskId one = workshop.add("One", TaskType.FEATURE, epic, "commit a.txt one", "wait " + first);
            TaskId other = workshop.add("Other", TaskType.FEATURE, epic, "commit b.txt other", "wait " + second);
            workshop.consume();
            workshop.untilRunning(one);
            workshop.untilRunning(other);
            Workshop.open(first);
            workshop.untilStatus(one, TaskStatus.CLOSED);
            Workshop.open(second);
            workshop.untilStatus(other, TaskStatus.CLOSED);
            workshop.until(
                    "approval is asked for", session -> !session.inbox().open().isEmpty());
            workshop.leave(false);
            assertThat(workshop.git("log", "--merges", "--format=%an <%ae>", "fuel/" + epic))
                    .isEqualTo("Fuel <fuel@localhost>");
            assertThat(workshop.inbox())
                    .singleElement()
                    .satisfies(item -> assertThat(item.type()).isEqualTo(InboxType.EPIC_REVIEW));
        }
    }

    @Test
    void aBranchNamedFuelIsNamedAsTheCause() {
        try (var workshop = Workshop.in(folder)) {
            workshop.git("branch", "fuel");
            TaskId task = workshop.add("Write it", "commit a.txt one");
            workshop.consume();
            workshop.untilHeld(task);
            requireStuck(workshop, task, "a branch named fuel");
            assertThat(workshop.health()).isEmpty();

            workshop.git("branch", "--move", "fuel", "elsewhere");
            workshop.person.retry(List.of(task.value()), null);
            workshop.untilStatus(task, TaskStatus.CLOSED);
            assertThat(workshop.inbox()).isEmpty();
        }
    }

    @Test
    void aBaseBranchThatIsGoneIsNamedAsTheCause() {
        try (var workshop = Workshop.in(folder)) {
            workshop.git("branch", "release");
            TaskId task = workshop.add("Write it", "commit a.txt one");
            workshop.store.change(
                    Actor.HUMAN,
                    session ->
                            session.tasks().change(task).baseBranch("release").done());
            workshop.git("branch", "--delete", "release");
            workshop.untilIdle();
            requireStuck(workshop, task, "no branch release");
        }
    }

    @Test
    void aBaseBranchThatGoesAwayDuringTheWorkHoldsTheMerge() {
        try (var workshop = Workshop.in(folder)) {
            Path gate = workshop.gate();
            workshop.git("branch", "release");
            TaskId task = workshop.add("Write it", "commit a.txt one", "wait " + gate);
            workshop.store.change(
                    Actor.HUMAN,
                    session ->
                            session.tasks().change(task).baseBranch("release").done());
            workshop.consume();
            workshop.untilRunning(task);
            workshop.git("branch", "--delete", "release");
            Workshop.open(gate);
            workshop.untilHeld(task);
            assertThat(workshop.inbox())
                    .singleElement()
                    .satisfies(item -> assertThat(item.title() + item.body()).contains("release"));
            assertThat(workshop.git("show", "fuel/" + task + ":a.txt")).isEqualTo("one");

            workshop.git("branch", "release", "main");
            workshop.person.retry(List.of(task.value()), null);
            workshop.untilStatus(task, TaskStatus.CLOSED);
            assertThat(workshop.git("show", "release:a.txt")).isEqualTo("one");
        }
    }

    @Test
    void aWorktreeDeletedByHandDuringTheWorkLosesNoCommit() throws Exception {
        try (var workshop = Workshop.in(folder)) {
            Path committed = workshop.gate("committed");
            Path gate = workshop.gate();
            TaskId task = workshop.add("Write it", "commit a.txt one", "wait " + committed, "wait " + gate);
            workshop.consume();
            Workshop.open(committed);
            assertThat(new ProcessBuilder("rm", "-rf", workshop.worktree(task).toString())
                            .start()
                            .waitFor())
                    .isZero();
            Workshop.open(gate);
            workshop.untilStatus(task, TaskStatus.CLOSED);
            workshop.leave(false);
            assertThat(workshop.git("show", "main:a.txt")).isEqualTo("one");
            workshop.requireNoTrace("main");
        }
    }

    @Test
    void aRunFolderThatCannotBeMadeIsTriedAgainAndThenLeftToAPerson() {
        try (var workshop = Workshop.in(folder)) {
            TaskId task = workshop.add("Write it", "commit a.txt one");
            Workshop.write(workshop.root.resolve(".fuel/processes").resolve(task.value()), "not a folder");
            workshop.untilIdle();
            assertThat(workshop.runs(task))
                    .hasSize(2)
                    .allSatisfy(run -> assertThat(run.status()).isEqualTo(RunStatus.FAILED));
            requireStuck(workshop, task, "used up its attempts");
        }
    }

    @Test
    void aVariableThatIsMissingStopsTheAgentAndNotItsTasks() {
        String config = Workshop.plainConfig("")
                .replace("max_attempts: 2}", "max_attempts: 2, env: {KEY: \"${NO_SUCH_KEY}\"}}");
        try (var workshop = Workshop.withConfig(folder, config)) {
            TaskId one = workshop.add("One", "commit a.txt one");
            TaskId other = workshop.add("Other", "commit b.txt other");
            IdleReport report = workshop.untilIdle();
            assertThat(workshop.inbox())
                    .singleElement()
                    .satisfies(item -> assertThat(item.title()).contains("NO_SUCH_KEY"));
            assertThat(List.of(workshop.task(one), workshop.task(other))).allSatisfy(task -> {
                assertThat(task.status()).isEqualTo(TaskStatus.OPEN);
                assertThat(task.heldBy()).isEmpty();
                assertThat(task.attempts()).isZero();
            });
            assertThat(report.waiting())
                    .hasSize(2)
                    .allSatisfy(waiting -> assertThat(waiting.reason()).contains("NO_SUCH_KEY"));
        }
    }

    @Test
    void anAgentTakenOutOfTheConfigurationFinishesWhatItHasBegun() {
        try (var workshop = Workshop.in(folder)) {
            Path gate = workshop.gate();
            TaskId task = workshop.add("Write it", "commit a.txt one", "wait " + gate);
            workshop.consume();
            workshop.untilRunning(task);
            workshop.configure("max_concurrent: 1\nlimits: {max_load: 1000}\n");
            Workshop.open(gate);
            workshop.untilStatus(task, TaskStatus.CLOSED);
            assertThat(workshop.git("show", "main:a.txt")).isEqualTo("one");
        }
    }

    @Test
    void whatAnAgentCalledDoneBeforeItCrashedGoesToTheGate() {
        try (var workshop = Workshop.in(folder)) {
            Path gate = workshop.gate();
            TaskId task = workshop.add("Write it", "commit a.txt one", "wait " + gate, "die KILL");
            workshop.consume();
            Run run = workshop.untilRunning(task);
            workshop.store.write(
                    Actor.agent(run.id()), session -> session.progress().claimDone(run.token(), "all done"));
            Workshop.open(gate);
            workshop.untilStatus(task, TaskStatus.CLOSED);
            assertThat(workshop.git("show", "main:a.txt")).isEqualTo("one");
            assertThat(workshop.runs(task)).hasSize(1);
        }
    }

    @Test
    void aTaskCancelledUnderItsRunAndOpenedAgainIsWorkedOnOnce() {
        try (var workshop = Workshop.in(folder)) {
            Path gate = workshop.gate();
            TaskId task = workshop.add("Write it", "ignore-term", "wait " + gate, "commit a.txt one");
            workshop.consume();
            Run first = workshop.untilRunning(task);
            workshop.person.cancel(List.of(task.value()), "not now");
            // The command refuses that while the run lives; here it is as if both had come before the
            // consumer looked.
            workshop.store.change(Actor.HUMAN, session -> session.tasks().move(task, Move.REOPEN, "now"));
            workshop.until(
                    "the first run is over",
                    session -> session.runs().get(first.id()).completedAt() != null);
            workshop.until(
                    "another one has begun",
                    session -> session.runs().running().stream().anyMatch(run -> run.process() != null));
            Workshop.open(gate);
            workshop.untilStatus(task, TaskStatus.CLOSED);
            assertThat(workshop.runs(task)).hasSize(2);
            assertThat(workshop.runs(task).getLast().status()).isEqualTo(RunStatus.KILLED);
        }
    }

    @Test
    void aTaskCancelledUnderItsRunStaysCancelled() {
        try (var workshop = Workshop.in(folder)) {
            TaskId task = workshop.add("Hang", "hang");
            workshop.consume();
            Run run = workshop.untilRunning(task);
            workshop.person.cancel(List.of(task.value()), "not now");
            workshop.until(
                    "its run is over", session -> session.runs().get(run.id()).completedAt() != null);
            workshop.leave(false);
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CANCELLED);
            assertThat(workshop.task(task).heldBy()).isEmpty();
            assertThat(workshop.untilIdle().waiting()).isEmpty();
        }
    }

    @Test
    void aRequestThatMakesNoSenseIsAnsweredAndForgotten() {
        try (var workshop = Workshop.in(folder)) {
            workshop.ask(RequestKind.STOP_RUN, "run-ffffff");
            workshop.ask(RequestKind.STOP_RUN, "../../etc");
            workshop.ask(RequestKind.START_NOW, "");
            workshop.store.change(Actor.HUMAN, session -> session.requests().post("dance", "", null, null));
            TaskId task = workshop.add("Write it", "commit a.txt one");
            workshop.untilIdle();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
            List<Request> open =
                    workshop.store.read(session -> session.requests().open());
            assertThat(open).isEmpty();
        }
    }

    private static void requireStuck(Workshop workshop, TaskId task, String cause) {
        assertThat(workshop.task(task).heldBy()).containsExactly(Hold.STUCK);
        assertThat(workshop.inbox()).singleElement().satisfies(item -> {
            assertThat(item.type()).isEqualTo(InboxType.STUCK);
            assertThat(item.title() + item.body()).contains(cause);
        });
    }
}
