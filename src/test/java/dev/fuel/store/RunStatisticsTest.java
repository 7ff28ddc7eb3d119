package dev.fuel.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Figures;
import dev.fuel.domain.run.Grouping;
import dev.fuel.domain.task.TaskId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Days, quantiles and shares of known runs.
class RunStatisticsTest {
    private static final Instant EVER = Instant.parse("2026-01-01T00:00:00Z");

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
    void aDayIsFromMidnightToMidnightAlsoWhereTheClockIsChanged() {
        TaskId task = history.task().id();
        for (String start : new String[] {
            "2026-03-28T22:59:59.999Z", "2026-03-28T23:00:00.000Z", "2026-03-29T21:59:59.999Z",
            "2026-03-29T22:00:00.000Z", "2026-10-24T21:59:59.999Z", "2026-10-24T22:00:00.000Z",
            "2026-10-25T22:59:59.999Z", "2026-10-25T23:00:00.000Z"
        }) {
            fixture.wait(Duration.between(fixture.instant(), Instant.parse(start)));
            history.done(task, 1.0, Duration.ZERO);
            fixture.wait(Duration.ofSeconds(-1));
        }

        assertThat(runs(Grouping.DAY, ZoneId.of("Europe/Berlin")))
                .isEqualTo(Map.of(
                        "2026-03-28",
                        1,
                        "2026-03-29",
                        2,
                        "2026-03-30",
                        1, //
                        "2026-10-24",
                        1,
                        "2026-10-25",
                        2,
                        "2026-10-26",
                        1));
        assertThat(runs(Grouping.DAY, ZoneOffset.UTC))
                .isEqualTo(Map.of("2026-03-28", 2, "2026-03-29", 2, "2026-10-24", 2, "2026-10-25", 2));
    }

    @Test
    void aRunIsOfTheDayOnWhichItWasStarted() {
        fixture.wait(Duration.between(fixture.instant(), Instant.parse("2026-02-01T23:30:00Z")));
        history.done(history.task().id(), 1.0, Duration.ofHours(2));

        assertThat(runs(Grouping.DAY, ZoneOffset.UTC)).isEqualTo(Map.of("2026-02-01", 1));
    }

    @Test
    void quantilesAreDurationsThatRunsTook() {
        for (int minutes = 10; minutes >= 1; minutes--) {
            history.done(history.task().id(), 1.0, Duration.ofMinutes(minutes));
        }

        Figures together = together();
        assertThat(together.median()).isEqualTo(Duration.ofMinutes(5));
        assertThat(together.p90()).isEqualTo(Duration.ofMinutes(9));
    }

    @Test
    void sharesAreOfWhatCounts() {
        TaskId task = history.task().id();
        history.failed(task, FailureType.RATE_LIMIT);
        history.failed(task, FailureType.CRASH);
        history.done(task);
        history.review(task, ReviewStatus.FAILED);
        history.done(task);
        history.review(task, ReviewStatus.PASSED);
        TaskId other = history.task().id();
        history.done(other);
        history.review(other, ReviewStatus.PASSED);

        Figures together = together();
        assertThat(together.work()).isEqualTo(5);
        assertThat(together.passed()).isEqualTo(2);
        assertThat(together.failed()).isEqualTo(2);
        assertThat(together.rounds()).isEqualTo(1);
        assertThat(together.firstPassed()).isEqualTo(1);
        assertThat(together.firstJudged()).isEqualTo(3);
        assertThat(together.spending().unpriced()).isEqualTo(5);
    }

    private Figures together() {
        return fixture.store.read(session -> session.statistics().together(EVER, fixture.instant()));
    }

    private Map<String, Integer> runs(Grouping grouping, ZoneId zone) {
        return fixture.store.read(session ->
                session.statistics().by(grouping, EVER, fixture.instant().plusSeconds(60), zone).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().spending().runs())));
    }
}
