package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.WORK_RESULTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.Actor;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What counts as passed at first, and what counts at all.
class WorkResultsTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private StoreFixture fixture;

    @SuppressWarnings("NullAway.Init")
    private WorkHistory history;

    @SuppressWarnings("NullAway.Init")
    private TaskId task;

    @BeforeEach
    void open() {
        fixture = new StoreFixture(folder);
        history = new WorkHistory(fixture);
        task = history.task().id();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void workThatPassesItsFirstReviewHasPassedAtFirst() {
        RunId run = history.done(task);
        assertThat(history.firstPass(run)).as("nobody has said anything yet").isNull();

        history.review(task, ReviewStatus.PASSED);

        assertThat(history.firstPass(run)).isEqualTo(1);
        assertThat(history.result(run).getVerdict()).isEqualTo("passed");
        assertThat(history.result(run).getRounds()).isZero();
        assertThat(history.result(run).getAttempts()).isEqualTo(1);
    }

    @Test
    void mendedWorkIsNoFirstPassHoweverItEnds() {
        RunId first = history.done(task);
        history.review(task, ReviewStatus.FAILED);
        RunId mended = history.done(task);
        RunId crashed = history.failed(task, FailureType.CRASH);
        history.review(task, ReviewStatus.PASSED);

        assertThat(history.firstPass(first)).isZero();
        assertThat(history.firstPass(mended)).isNull();
        assertThat(history.firstPass(crashed)).isNull();
        assertThat(history.result(mended).getRounds()).isEqualTo(1);
    }

    @Test
    void failedAttemptsCountAgainstTheirAgentAndLeaveTheFirstVerdictToTheNextRun() {
        RunId crashed = history.failed(task, FailureType.CRASH);
        RunId idle = history.failed(task, FailureType.NO_WORK);
        RunId good = history.done(task);
        history.review(task, ReviewStatus.PASSED);

        assertThat(history.firstPass(crashed)).isZero();
        assertThat(history.firstPass(idle)).isZero();
        assertThat(history.firstPass(good)).isEqualTo(1);
        assertThat(history.result(good).getAttempts()).isEqualTo(3);
    }

    @Test
    void whatIsNobodysFaultDoesNotCount() {
        RunId limited = history.failed(task, FailureType.RATE_LIMIT);
        RunId stopped = history.stopped(task);
        RunId lost = history.failed(task, FailureType.LOST, true);
        RunId refused = history.failed(task, FailureType.PERMISSION);
        RunId neverStarted = history.neverStarted(task);
        RunId good = history.done(task);
        history.review(task, ReviewStatus.PASSED);

        for (RunId run : new RunId[] {limited, stopped, lost, refused, neverStarted}) {
            assertThat(history.firstPass(run)).as(run.value()).isNull();
        }
        assertThat(history.firstPass(good)).as("it went on with the same work").isEqualTo(1);
    }

    @Test
    void aReviewWithoutAVerdictDecidesNothing() {
        RunId run = history.done(task);
        history.review(task, ReviewStatus.INCONCLUSIVE);
        assertThat(history.firstPass(run)).isNull();

        history.review(task, ReviewStatus.PASSED);

        assertThat(history.firstPass(run)).isEqualTo(1);
    }

    @Test
    void aSecondLookAtTheSameWorkChangesItsVerdictButNotTheFirstOne() {
        RunId run = history.done(task);
        history.review(task, ReviewStatus.FAILED);
        history.review(task, ReviewStatus.PASSED);

        assertThat(history.firstPass(run)).isZero();
        assertThat(history.result(run).getVerdict()).isEqualTo("passed");
        assertThat(history.result(run).getRounds()).isEqualTo(1);
    }

    @Test
    void aRunThatFailedAfterItsAgentWasDoneIsJudgedByItsWork() {
        RunId run = history.failedThoughDone(task);
        history.review(task, ReviewStatus.PASSED);

        assertThat(history.firstPass(run)).isEqualTo(1);
    }

    @Test
    void workThatAPersonHasFinishedIsNotTheRunsThatCameToNothing() {
        RunId limited = history.failed(task, FailureType.RATE_LIMIT);
        history.review(task, ReviewStatus.PASSED);
        TaskId other = history.task().id();
        RunId crashed = history.failed(other, FailureType.CRASH);
        history.review(other, ReviewStatus.PASSED);

        assertThat(history.firstPass(limited)).isNull();
        assertThat(history.result(limited).getVerdict()).isNull();
        assertThat(history.firstPass(crashed)).isZero();
        assertThat(history.result(crashed).getVerdict()).isEqualTo("failed");
    }

    @Test
    void whatAPersonSaysOfAnEpicIsSaidOfTheRunsThatHadEnded() {
        EpicId epic = fixture.store
                .write(Actor.HUMAN, session -> session.epics().add("Epic", "", null))
                .id();
        Task before = fixture.add("Before", epic);
        RunId early = history.done(before.id());
        RunId alone = history.done(task);
        assertThat(history.result(early).getSaid()).isNull();
        fixture.store.change(Actor.HUMAN, session -> session.signOff().requestChanges(epic, "more"));
        fixture.wait(Duration.ofSeconds(1));
        Task after = fixture.add("After", epic);
        RunId late = history.done(after.id());
        assertThat(history.result(late).getSaid()).isNull();
        fixture.store.change(Actor.CLI, session -> {
            session.sql().execute("UPDATE tasks SET status = 'closed' WHERE epic_id IS NOT NULL");
            session.signOff().approve(epic);
        });

        assertThat(history.result(early).getSaid()).isEqualTo("sent_back");
        assertThat(history.result(late).getSaid()).isEqualTo("approved");
        assertThat(history.result(alone).getSaid()).isNull();
    }

    @Test
    void onlyWorkThatHasEndedIsThere() {
        RunId run = history.done(task);
        fixture.store.change(
                Actor.CONSUMER, session -> session.runs().insert(NewRun.work(task, StoreFixture.AGENT, null)));

        assertThat(fixture.store.<Integer>read(session -> session.sql().fetchCount(WORK_RESULTS)))
                .isEqualTo(1);
        assertThat(history.result(run).getTaskId()).isEqualTo(task.value());
    }
}
