package dev.fuel.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.agent.PassHistory;
import dev.fuel.domain.agent.PassHistory.Cell;
import dev.fuel.domain.agent.PassHistory.Tally;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskType;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassQueryTest {
    @TempDir
    Path folder;

    @Test
    void firstPassesAndCostsAreCountedByAgentAndKindOfTask() {
        try (StoreFixture fixture = new StoreFixture(folder)) {
            WorkHistory history = new WorkHistory(fixture);
            assertThat(fixture.store.read(Session::passHistory)).isEqualTo(PassHistory.NONE);
            TaskId good = fixture.add("Good").id();
            history.done(good, 0.25, Duration.ofMinutes(2));
            history.review(good, ReviewStatus.PASSED);
            TaskId bad = fixture.add("Bad").id();
            history.done(bad, 0.5, Duration.ofMinutes(2));
            history.review(bad, ReviewStatus.FAILED);
            TaskId limited = fixture.add("Limited").id();
            history.failed(limited, FailureType.RATE_LIMIT);
            assertThat(fixture.store.read(Session::passHistory).tallies())
                    .containsOnlyKeys(new Cell(StoreFixture.AGENT, Complexity.SIMPLE, TaskType.FEATURE))
                    .containsValue(new Tally(2, 1, 0.75, 2));
        }
    }
}
