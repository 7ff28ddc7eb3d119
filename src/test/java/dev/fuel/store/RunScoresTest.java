package dev.fuel.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.Actor;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A score is there as soon as its facts are, and follows them.
class RunScoresTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private StoreFixture fixture;

    @SuppressWarnings("NullAway.Init")
    private WorkHistory history;

    @BeforeEach
    void open() {
        fixture = new StoreFixture(folder);
        history = new WorkHistory(fixture);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aVerdictGivesAScoreAndAFailureGivesNone() {
        TaskId task = history.task().id();
        RunId crashed = history.failed(task, FailureType.CRASH);
        RunId limited = history.failed(task, FailureType.RATE_LIMIT);
        RunId run = history.done(task);
        assertThat(score(crashed)).isZero();
        assertThat(score(limited)).isNull();
        assertThat(score(run)).isNull();

        history.review(task, ReviewStatus.PASSED);

        assertThat(score(run)).as("the second attempt").isEqualTo(93);
    }

    @Test
    void whatIsCheaperAndFasterThanUsualIsBetter() {
        for (int number = 0; number < 5; number++) {
            history.done(history.task().id(), 1.0, Duration.ofMinutes(10));
        }
        int cheap = passed(0.25, Duration.ofMinutes(2));
        int usual = passed(1.0, Duration.ofMinutes(10));
        int dear = passed(8.0, Duration.ofMinutes(50));

        assertThat(cheap).isGreaterThan(usual);
        assertThat(dear).isLessThan(usual);
        assertThat(usual).isEqualTo(89);
    }

    @Test
    void whatComesLaterDoesNotChangeWhatWasUsual() {
        for (int number = 0; number < 5; number++) {
            history.done(history.task().id(), 1.0, Duration.ofMinutes(10));
        }
        TaskId task = history.task().id();
        RunId run = history.done(task, 1.0, Duration.ofMinutes(10));
        for (int number = 0; number < 9; number++) {
            history.done(history.task().id(), 9.0, Duration.ofMinutes(90));
        }
        history.review(task, ReviewStatus.PASSED);

        assertThat(score(run)).isEqualTo(89);
    }

    @Test
    void aPersonsWordOnAnEpicReachesTheRunsOfItsTasks() {
        EpicId epic = fixture.store
                .write(Actor.HUMAN, session -> session.epics().add("Epic", "", null))
                .id();
        TaskId task = fixture.add("In the epic", epic).id();
        RunId run = history.done(task);
        history.review(task, ReviewStatus.PASSED);
        assertThat(score(run)).isEqualTo(100);

        fixture.store.change(Actor.HUMAN, session -> session.signOff().requestChanges(epic, "more"));
        assertThat(score(run)).isEqualTo(88);

        fixture.store.change(
                Actor.HUMAN, session -> session.tasks().change(task).epic(null).done());
        assertThat(score(run)).as("it is no part of the epic any more").isEqualTo(100);
    }

    @Test
    void theLastRatingCounts() {
        TaskId task = history.task().id();
        RunId run = history.done(task);
        history.review(task, ReviewStatus.PASSED);
        rate(run, 1);
        assertThat(score(run)).isEqualTo(58);
        rate(run, 5);
        rate(run, 5);

        assertThat(score(run)).isEqualTo(100);
        assertThat(fixture.store.<Long>read(session -> session.events().latest(100).stream()
                        .filter(event -> event.what().equals("run_rated"))
                        .count()))
                .as("the same again changes nothing")
                .isEqualTo(2);
    }

    private int passed(double usd, Duration duration) {
        TaskId task = history.task().id();
        RunId run = history.done(task, usd, duration);
        history.review(task, ReviewStatus.PASSED);
        @Nullable Integer score = score(run);
        assertThat(score).isNotNull();
        return score == null ? -1 : score;
    }

    private void rate(RunId run, int rating) {
        fixture.store.change(
                Actor.HUMAN, session -> session.runs().rate(session.runs().get(run), rating));
    }

    private @Nullable Integer score(RunId id) {
        Run run = fixture.store.read(session -> session.runs().get(id));
        return run.score();
    }
}
