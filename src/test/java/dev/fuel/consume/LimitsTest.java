package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.request.RequestKind;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that do not end by themselves are ended, and what that means for their tasks.
class LimitsTest {
    @TempDir
    Path folder;

    @Test
    void anAgentThatHangsIsEndedItsSlotIsFreeAndTheTaskIsTriedAgain() {
        String config = Workshop.plainConfig("")
                .replace("stall: 30s", "stall: 300ms")
                .replace("max_concurrent: 4\n", "max_concurrent: 1\n");
        try (var workshop = Workshop.withConfig(folder, config)) {
            TaskId hanging = workshop.add("Hang", "say one", "hang");
            TaskId next = workshop.add("Write it", "commit a.txt one");
            workshop.untilIdle();
            assertThat(workshop.runs(hanging)).hasSize(2).allSatisfy(run -> {
                assertThat(run.errorType()).isEqualTo(FailureType.STALLED);
                assertThat(run.stopping()).isEqualTo(StopReason.STALLED);
                assertThat(run.charged()).isTrue();
            });
            assertThat(workshop.task(hanging).heldBy()).containsExactly(Hold.STUCK);
            assertThat(workshop.task(next).status()).isEqualTo(TaskStatus.CLOSED);
        }
    }

    @Test
    void anAgentThatTalksForEverAndIgnoresTermIsKilledAtItsTimeout() {
        String config = Workshop.plainConfig("")
                .replace("timeout: 60s", "timeout: 2s")
                .replace("max_attempts: 2", "max_attempts: 1");
        try (var workshop = Workshop.withConfig(folder, config)) {
            TaskId task = workshop.add("Talk", "ignore-term", "slow 0.05 100000");
            workshop.untilIdle();
            assertThat(workshop.runs(task)).singleElement().satisfies(run -> {
                assertThat(run.errorType()).isEqualTo(FailureType.TIMEOUT);
                assertThat(run.exitCode()).isEqualTo(137);
            });
            assertThat(workshop.inbox())
                    .singleElement()
                    .satisfies(item -> assertThat(item.task()).isEqualTo(task));
        }
    }

    @Test
    void aPersonsStopHoldsTheTaskAndChargesNothing() {
        try (var workshop = Workshop.in(folder)) {
            Path gate = workshop.gate();
            TaskId task = workshop.add("Write it", "wait " + gate, "commit a.txt one");
            workshop.consume();
            Run run = workshop.untilRunning(task);
            workshop.ask(RequestKind.STOP_RUN, run.id().value());
            workshop.untilHeld(task);
            Task held = workshop.task(task);
            assertThat(held.heldBy()).containsExactly(Hold.PERSON);
            assertThat(held.status()).isEqualTo(TaskStatus.OPEN);
            assertThat(held.attempts()).isZero();
            assertThat(workshop.runs(task).getFirst().status()).isEqualTo(RunStatus.KILLED);
            assertThat(workshop.inbox()).isEmpty();

            workshop.person.retry(List.of(task.value()), null);
            workshop.untilRunning(task);
            Workshop.open(gate);
            workshop.untilStatus(task, TaskStatus.CLOSED);
            workshop.leave(false);
            assertThat(workshop.git("log", "--format=%s", "main")).startsWith("Add a.txt");
        }
    }

    @Test
    void aStopThatComesBeforeTheProcessEndsItAllTheSame() {
        Path root = folder.resolve("gate");
        String config = Workshop.plainConfig("").replace("base: main", "base: main, setup: \"cat %s\"".formatted(root));
        try (var workshop = Workshop.withConfig(folder, config)) {
            Path gate = workshop.gate();
            TaskId task = workshop.add("Hang", "hang");
            workshop.consume();
            workshop.untilStatus(task, TaskStatus.IN_PROGRESS);
            Run run = workshop.runs(task).getFirst();
            assertThat(run.process()).isNull();
            workshop.ask(RequestKind.STOP_RUN, run.id().value());
            workshop.until(
                    "the stop is noted", session -> session.runs().get(run.id()).stopping() != null);
            Workshop.open(gate);
            workshop.untilHeld(task);
            assertThat(workshop.task(task).heldBy()).containsExactly(Hold.PERSON);
            assertThat(workshop.runs(task))
                    .singleElement()
                    .satisfies(only -> assertThat(only.status()).isEqualTo(RunStatus.KILLED));
        }
    }

    @Test
    void leavingWithItsAgentsPutsTheirTasksBackAsTheyWere() {
        try (var workshop = Workshop.in(folder)) {
            TaskId task = workshop.add("Hang", "ignore-term", "hang");
            workshop.consume();
            workshop.untilRunning(task);
            workshop.leave(true);
            Task back = workshop.task(task);
            assertThat(back.status()).isEqualTo(TaskStatus.OPEN);
            assertThat(back.heldBy()).isEmpty();
            assertThat(back.attempts()).isZero();
            assertThat(workshop.runs(task)).singleElement().satisfies(run -> {
                assertThat(run.status()).isEqualTo(RunStatus.KILLED);
                assertThat(run.charged()).isFalse();
            });
        }
    }

    @Test
    void leavingWithoutThemHandsThemToTheNextConsumer() {
        try (var workshop = Workshop.in(folder)) {
            Path gate = workshop.gate();
            TaskId task = workshop.add("Write it", "commit a.txt one", "wait " + gate);
            workshop.consume();
            workshop.untilRunning(task);
            workshop.leave(false);
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.IN_PROGRESS);
            workshop.consume();
            Workshop.open(gate);
            workshop.untilStatus(task, TaskStatus.CLOSED);
            workshop.leave(false);
            assertThat(workshop.runs(task)).hasSize(1);
            workshop.requireNoTrace("main");
        }
    }
}
