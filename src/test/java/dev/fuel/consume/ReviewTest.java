package dev.fuel.consume;

import static dev.fuel.consume.ScriptedAgents.issue;
import static dev.fuel.consume.ScriptedAgents.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.store.TaskFilter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Work passes an agent's judgement before it lands, with real agents' processes and a real repository.
class ReviewTest {
    private static final String LEAK = issue("blocking", "a.txt", "the file is never closed");

    @TempDir
    Path folder;

    private ScriptedAgents agents;

    @BeforeEach
    void scriptTheAuthor() {
        agents = new ScriptedAgents(folder);
        agents.when("author", "work", "commit a.txt one", "commit a.txt two", "commit a.txt three");
    }

    @Test
    void workThatPassesLandsAndWhatTheReviewerWritesIsDropped() {
        agents.when("reviewer", "review", "cat a.txt; commit a.txt spoilt; echo x >left\n" + verdict("pass"));
        try (var workshop = workshop("")) {
            TaskId task = workshop.add("Write it", "say it must be short");
            assertThat(workshop.untilIdle().waiting()).isEmpty();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.git("log", "--format=%s", "main").lines()).containsExactly("Add a.txt", "Begin");
            assertThat(workshop.root.resolve("a.txt")).hasContent("one");
            workshop.requireNoTrace("main");

            Review review = reviews(workshop, task).getFirst();
            assertThat(review.status()).isEqualTo(ReviewStatus.PASSED);
            assertThat(review.agent()).isEqualTo(new AgentName("reviewer"));
            assertThat(review.summary()).isEqualTo("looked at");
            Run run = workshop.runs(task).getFirst();
            assertThat(run.kind()).isEqualTo(RunKind.REVIEW);
            assertThat(run.review()).isEqualTo(review.id());
            assertThat(agents.prompt("reviewer", "review", 1))
                    .contains("Write it", "say it must be short", "+one", "clean_tree: passed")
                    .doesNotContain("earlier reviews");
        }
    }

    @Test
    void blockingIssuesGoToTheAuthorWordForWordAndTheNextRoundKnowsThem() {
        agents.when("reviewer", "review", verdict("fail", LEAK), verdict("pass"));
        try (var workshop = workshop("")) {
            TaskId task = workshop.add("Write it");
            workshop.untilIdle();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.task(task).reviewRounds()).isEqualTo(1);
            assertThat(agents.prompt("author", "work", 2)).contains("a.txt:1: the file is never closed");
            assertThat(agents.prompt("reviewer", "review", 2))
                    .contains("earlier reviews", "the file is never closed", "+two");
            assertThat(reviews(workshop, task))
                    .extracting(Review::status)
                    .containsExactly(ReviewStatus.PASSED, ReviewStatus.FAILED);
            assertThat(workshop.root.resolve("a.txt")).hasContent("two");
        }
    }

    @Test
    void anAnswerWithoutAVerdictIsAskedForOnce() {
        agents.when("reviewer", "review", "echo It is good, I think.").when("reviewer", "repair", verdict("pass"));
        try (var workshop = workshop("")) {
            TaskId task = workshop.add("Write it");
            workshop.untilIdle();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(agents.prompt("reviewer", "repair", 1)).contains("It is good, I think.");
            assertThat(agents.times("reviewer", "review")).isEqualTo(1);
        }
    }

    @Test
    void withoutAVerdictAPersonDecidesAndMayHaveItReviewedAgain() {
        agents.when("reviewer", "review", "echo Hm.", verdict("pass")).when("reviewer", "repair", "echo Hm?");
        try (var workshop = workshop("")) {
            TaskId task = workshop.add("Write it");
            workshop.untilIdle();
            Task held = workshop.task(task);
            assertThat(held.status()).isEqualTo(TaskStatus.REVIEW);
            assertThat(held.heldBy()).containsExactly(Hold.STUCK);
            assertThat(workshop.inbox())
                    .singleElement()
                    .satisfies(item -> assertThat(item.type()).isEqualTo(InboxType.INCONCLUSIVE_REVIEW));
            assertThat(reviews(workshop, task).getFirst().status()).isEqualTo(ReviewStatus.INCONCLUSIVE);

            workshop.person.retry(List.of(task.value()), null);
            workshop.untilIdle();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.inbox()).isEmpty();
        }
    }

    @Test
    void aReviewerThatFailsThreeTimesNeverLetsTheWorkPass() {
        agents.when("reviewer", "review", "echo broken >&2; exit 3");
        try (var workshop = workshop("")) {
            TaskId task = workshop.add("Write it");
            workshop.untilIdle();
            assertThat(workshop.task(task).heldBy()).containsExactly(Hold.STUCK);
            assertThat(agents.times("reviewer", "review")).isEqualTo(3);
            assertThat(workshop.inbox()).singleElement().satisfies(item -> {
                assertThat(item.type()).isEqualTo(InboxType.INCONCLUSIVE_REVIEW);
                assertThat(item.body()).contains("broken");
            });
        }
    }

    @Test
    void workWaitsForALimitedReviewerAndIsNotHeld() {
        try (var workshop = Workshop.withConfig(folder, config("", "review: {agent: reviewer}", limited("")))) {
            TaskId task = workshop.add("Write it");
            IdleReport report =
                    workshop.consume(ConsumerOptions.Mode.UNTIL_IDLE).ended();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.REVIEW);
            assertThat(workshop.task(task).heldBy()).isEmpty();
            assertThat(report.waiting()).singleElement().satisfies(waiting -> {
                assertThat(waiting.reason()).contains("reviewer", "usage limit");
                assertThat(waiting.until()).isNotNull();
            });
            assertThat(workshop.runs(task).getFirst().charged()).isFalse();
            assertThat(workshop.inbox()).isEmpty();
        }
    }

    @Test
    void whoStepsInForALimitedReviewerReviews() {
        agents.when("stand-in", "review", verdict("pass"));
        String both = limited(", fallback: [stand-in]") + "\n  " + agents.configured("stand-in");
        try (var workshop = Workshop.withConfig(folder, config("", "review: {agent: reviewer}", both))) {
            TaskId task = workshop.add("Write it");
            workshop.consume(ConsumerOptions.Mode.UNTIL_IDLE).ended();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(reviews(workshop, task).getFirst().agent()).isEqualTo(new AgentName("stand-in"));
        }
    }

    @Test
    void followUpsBecomeTasksOnceAndTheWorkLands() {
        String more = issue("follow_up", "a.txt", "a test is missing");
        agents.when("reviewer", "review", verdict("fail", LEAK, more), verdict("pass", more), verdict("pass"));
        try (var workshop = workshop("")) {
            TaskId task = workshop.add("Write it");
            workshop.untilIdle();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
            List<Task> others = workshop.store.read(session -> session.tasks().list(TaskFilter.ALL)).stream()
                    .filter(other -> !other.id().equals(task))
                    .toList();
            assertThat(others).singleElement().satisfies(added -> {
                assertThat(added.title()).isEqualTo("a test is missing");
                assertThat(added.description()).contains(task.value());
            });
            assertThat(reviews(workshop, task).getLast().followUps())
                    .containsExactly(others.getFirst().id());
        }
    }

    @Test
    void theSameIssuesTwiceGoToAPersonWithAllRounds() {
        agents.when(
                "reviewer",
                "review",
                verdict("fail", LEAK),
                verdict("fail", LEAK.replace("is never", "is still never")));
        try (var workshop = workshop(", max_review_rounds: 9")) {
            TaskId task = workshop.add("Write it");
            workshop.untilIdle();
            assertThat(workshop.task(task).heldBy()).containsExactly(Hold.STUCK);
            assertThat(workshop.task(task).reviewRounds()).isEqualTo(2);
            List<Review> rounds = reviews(workshop, task);
            assertThat(workshop.inbox()).singleElement().satisfies(item -> {
                assertThat(item.title()).contains("the same");
                assertThat(item.body())
                        .contains(
                                rounds.getFirst().id().value(),
                                rounds.getLast().id().value())
                        .contains("is never closed", "is still never closed");
            });
        }
    }

    @Test
    void aTaskThatAPersonMustSignOffWaitsForThatBeforeItLands() {
        agents.when("reviewer", "review", verdict("pass"));
        try (var workshop = workshop("", "review: {agent: reviewer, human: all}")) {
            TaskId task = workshop.add("Write it");
            workshop.consume();
            workshop.until("asked", session -> !session.inbox().open().isEmpty());
            assertThat(workshop.inbox())
                    .singleElement()
                    .satisfies(item -> assertThat(item.type()).isEqualTo(InboxType.TASK_REVIEW));
            assertThat(workshop.git("log", "--format=%s", "main")).isEqualTo("Begin");
            workshop.store.change(Actor.HUMAN, session -> {
                session.tasks()
                        .change(task)
                        .approve(session.tasks().get(task).commit())
                        .done();
                session.inbox().open().forEach(item -> session.inbox().action(item.id(), "approved"));
            });
            workshop.untilStatus(task, TaskStatus.CLOSED);
            workshop.leave(false);
            assertThat(workshop.root.resolve("a.txt")).hasContent("one");
        }
    }

    @Test
    void inTheSharedCheckoutAReviewerThatChangesItDecidesNothing() {
        agents.when("reviewer", "review", "echo mine >>README\n" + verdict("pass"));
        String config = config("", "review: {agent: reviewer}").replace("mode: worktree", "mode: shared");
        try (var workshop = Workshop.withConfig(folder, config)) {
            TaskId task = workshop.add("Write it");
            workshop.untilIdle();
            assertThat(workshop.task(task).heldBy()).containsExactly(Hold.STUCK);
            assertThat(workshop.inbox())
                    .singleElement()
                    .satisfies(item -> assertThat(item.body()).contains("has changed what it was to judge"));
        }
    }

    private Workshop workshop(String limits) {
        return workshop(limits, "review: {agent: reviewer}");
    }

    private Workshop workshop(String limits, String review) {
        return Workshop.withConfig(folder, config(limits, review));
    }

    private String config(String limits, String review) {
        return config(limits, review, agents.configured("reviewer"));
    }

    private String config(String limits, String review, String reviewer) {
        return """
                primary: author
                max_concurrent: 4
                limits: {timeout: 60s, stall: 30s, backoff: 20ms, max_load: 1000%s}
                workspace: {mode: worktree, base: main}
                %s
                agents:
                  %s
                  %s
                """.formatted(limits, review, agents.configured("author"), reviewer);
    }

    /// A reviewer whose program says, as the real one does, that its limit is reached for an hour.
    private String limited(String more) {
        Path program = folder.resolve("limited");
        Workshop.write(program, """
                #!/bin/sh
                exec env FAKE_AGENT='limit 3600' "%s" "$@" </dev/null
                """.formatted(Workshop.FAKE_AGENT));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return "reviewer: {driver: claude, binary: \"%s\"%s}".formatted(program, more);
    }

    private static List<Review> reviews(Workshop workshop, TaskId task) {
        return workshop.store.read(session -> session.reviews().of(task));
    }
}
