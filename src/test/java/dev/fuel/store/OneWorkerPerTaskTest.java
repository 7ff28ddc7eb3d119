package dev.fuel.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.Actor;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunOutcome;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Promise 2: one worker per task.
class OneWorkerPerTaskTest {
    private static final int THREADS = 16;

    @TempDir
    Path folder;

    @Test
    void threeProcessesWithManyThreadsClaimEachTaskExactlyOnce() throws Exception {
        claimAll(250, 3);
    }

    @Test
    @Tag("soak")
    void manyProcessesClaimEachOfManyTasksExactlyOnce() throws Exception {
        claimAll(2_000, 8);
    }

    private void claimAll(int tasks, int claiming) throws Exception {
        try (StoreFixture fixture = new StoreFixture(folder)) {
            fixture.store.change(Actor.CLI, session -> {
                for (int number = 0; number < tasks; number++) {
                    session.tasks().add(NewTask.titled("task " + number));
                }
            });

            List<JavaProcess> processes = new ArrayList<>();
            for (int number = 0; number < claiming; number++) {
                processes.add(JavaProcess.start(
                        folder,
                        "claims-" + number,
                        ClaimingProcess.class,
                        fixture.file.toString(),
                        Integer.toString(THREADS)));
            }

            List<String> claims = new ArrayList<>();
            for (JavaProcess process : processes) {
                process.awaitEnd();
                assertThat(process.errors()).isEmpty();
                claims.addAll(process.lines());
            }
            assertThat(claims).hasSize(tasks);
            assertThat(claims.stream().map(claim -> claim.substring(0, claim.indexOf(' '))))
                    .doesNotHaveDuplicates();
            List<Run> running = fixture.store.read(session -> session.runs().running());
            assertThat(running).extracting(Run::task).doesNotHaveDuplicates().hasSize(tasks);
            assertThat(running).extracting(Run::token).doesNotHaveDuplicates();
        }
    }

    @Test
    void lateSettleWithAnOldTokenChangesNothing() {
        try (StoreFixture fixture = new StoreFixture(folder)) {
            TaskId task = fixture.add("tried twice").id();
            Run first = claim(fixture, task);
            assertThat(settle(fixture, first, first.token(), outcome(RunStatus.FAILED)))
                    .isTrue();
            fixture.store.change(Actor.CONSUMER, session -> session.tasks().move(task, Move.GIVE_BACK, "lost"));
            Run second = claim(fixture, task);

            assertThat(settle(fixture, second, first.token(), outcome(RunStatus.COMPLETED)))
                    .isFalse();
            assertThat(settle(fixture, first, first.token(), outcome(RunStatus.COMPLETED)))
                    .isFalse();

            assertThat(run(fixture, first).status()).isEqualTo(RunStatus.FAILED);
            assertThat(run(fixture, second)).isEqualTo(second);
        }
    }

    @Test
    void clockThatIsSetBackMakesNoNegativeDuration() {
        try (StoreFixture fixture = new StoreFixture(folder)) {
            Run run = claim(fixture, fixture.add("in a time machine").id());
            fixture.wait(Duration.ofHours(-1));

            assertThat(settle(fixture, run, run.token(), outcome(RunStatus.COMPLETED)))
                    .isTrue();

            assertThat(run(fixture, run).duration()).isEqualTo(Duration.ZERO);
        }
    }

    private static Run run(StoreFixture fixture, Run run) {
        return fixture.store.read(session -> session.runs().get(run.id()));
    }

    private static Run claim(StoreFixture fixture, TaskId task) {
        return fixture.store
                .write(
                        Actor.CONSUMER,
                        session -> session.tasks().claim(task, NewRun.work(task, StoreFixture.AGENT, null)))
                .orElseThrow();
    }

    private static boolean settle(StoreFixture fixture, Run run, String token, RunOutcome outcome) {
        return fixture.store.write(Actor.CONSUMER, session -> session.runs().settle(run.id(), token, outcome));
    }

    private static RunOutcome outcome(RunStatus status) {
        FailureType failure = status == RunStatus.FAILED ? FailureType.CRASH : null;
        return new RunOutcome(
                status, 0, failure, null, failure != null, null, null, "done", Usage.UNKNOWN, null, null, null);
    }
}
