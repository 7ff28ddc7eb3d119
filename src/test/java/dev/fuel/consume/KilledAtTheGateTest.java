package dev.fuel.consume;

import static dev.fuel.consume.ScriptedAgents.issue;
import static dev.fuel.consume.ScriptedAgents.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.store.TaskFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A consumer that dies right after any of its commits, on the way through a work run, a review that sends back, one
/// that passes, a conflict, its resolution and the landing, leaves the next one the same way to the same end.
class KilledAtTheGateTest {
    /// More than there are on the way.
    private static final int MOST_COMMITS = 100;

    @TempDir
    Path folder;

    @Test
    void threeRandomDeathsLeadToTheSameEnd() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("KilledAtTheGateTest seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 3; i++) {
            comesToTheSameEnd(1 + random.nextInt(25));
        }
    }

    @Test
    @Tag("soak")
    void aDeathAfterAnyCommitLeadsToTheSameEnd() throws IOException {
        int commits = 1;
        while (commits < MOST_COMMITS && comesToTheSameEnd(commits)) {
            commits++;
        }
        assertThat(commits).isBetween(20, MOST_COMMITS - 1);
    }

    /// @return whether the consumer died on the way; it did not need so many commits otherwise
    private boolean comesToTheSameEnd(int dyingAfter) throws IOException {
        Path place = Files.createDirectory(folder.resolve("after-" + dyingAfter + "-" + System.nanoTime()));
        ScriptedAgents agents = scripted(place);
        try (var workshop = workshop(place, agents)) {
            TaskId task = workshop.add("Write it");
            boolean died = workshop.untilIdleDyingAfter(dyingAfter);
            workshop.untilIdle();

            assertThat(workshop.task(task).status())
                    .as("after %d commits:\n%s", dyingAfter, workshop.history())
                    .isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.root.resolve("a.txt")).hasContent("another\ntwo");
            workshop.requireNoTrace("main");
            assertThat(workshop.inbox()).isEmpty();
            assertThat(workshop.task(task).reviewRounds()).isEqualTo(1);
            List<Review> reviews =
                    workshop.store.read(session -> session.reviews().of(task));
            assertThat(reviews)
                    .as(workshop::history)
                    .extracting(Review::status)
                    .containsExactly(ReviewStatus.PASSED, ReviewStatus.FAILED);
            for (RunKind kind : List.of(RunKind.WORK, RunKind.REVIEW, RunKind.MERGE)) {
                assertThat(completed(workshop, task, kind))
                        .as("%s after %d commits:\n%s", kind, dyingAfter, workshop.history())
                        .isEqualTo(kind == RunKind.MERGE ? 1 : 2);
            }
            List<Task> tasks = workshop.store.read(session -> session.tasks().list(TaskFilter.ALL));
            assertThat(tasks).as("with one follow-up").hasSize(2);
            return died;
        }
    }

    private static int completed(Workshop workshop, TaskId task, RunKind kind) {
        return (int) workshop.runs(task).stream()
                .filter(run -> run.kind() == kind && run.errorType() == null)
                .map(Run::id)
                .count();
    }

    /// The second work run meets a file that has come to `main` meanwhile.
    private static ScriptedAgents scripted(Path place) {
        String meanwhile = "cd %s/project; [ -e a.txt ] || commit a.txt another".formatted(place);
        String more = issue("follow_up", "a.txt", "a test is missing");
        return new ScriptedAgents(place)
                .when(
                        "author",
                        "work",
                        "commit a.txt one",
                        "commit a.txt two; (%s)".formatted(meanwhile),
                        "commit b.txt more")
                .when(
                        "author",
                        "merge",
                        "printf 'another\\ntwo\\n' >a.txt; git add a.txt; git commit --quiet --no-edit")
                .when(
                        "reviewer",
                        "review",
                        verdict("fail", issue("blocking", "a.txt", "not one but two"), more),
                        verdict("pass", more),
                        verdict("pass"));
    }

    private static Workshop workshop(Path place, ScriptedAgents agents) {
        return Workshop.withConfig(place, """
                primary: author
                max_concurrent: 1
                limits: {timeout: 60s, stall: 30s, backoff: 20ms, max_load: 1000}
                workspace: {mode: worktree, base: main}
                review: {agent: reviewer}
                agents:
                  %s
                  %s
                """.formatted(agents.configured("author"), agents.configured("reviewer")));
    }
}
