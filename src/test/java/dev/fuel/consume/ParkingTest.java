package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.consume.ConsumerOptions.Mode;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Event;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Usage limits, refused tools and unfinished ends of real processes: what the next run of the task is.
class ParkingTest {
    private static final AgentName CLAUDE = new AgentName("claude");

    @TempDir
    Path folder;

    @Test
    void aLimitedRunGoesOnInItsSessionAfterTheResetAlsoWithAnotherConsumer() {
        try (var workshop = workshop("commit half.txt whole")) {
            TaskId task = workshop.add("Write it", "edit half.txt half", "limit 2");
            IdleReport report = workshop.consume(Mode.UNTIL_IDLE).ended();
            assertThat(report.waiting())
                    .singleElement()
                    .satisfies(waiting -> assertThat(waiting.until()).isNotNull());
            Run limited = workshop.runs(task).getFirst();
            assertThat(limited.errorType()).isEqualTo(FailureType.RATE_LIMIT);

            workshop.consume();
            TaskId other = workshop.add("Another");
            workshop.untilStatus(task, TaskStatus.CLOSED);
            workshop.untilStatus(other, TaskStatus.CLOSED);
            workshop.leave(false);
            Run resumed = workshop.runs(task).reversed().get(1);
            assertThat(resumed.agent()).isEqualTo(CLAUDE);
            assertThat(resumed.resumedFrom()).isEqualTo(limited.id());
            assertThat(resumed.sessionId()).isEqualTo(limited.sessionId()).isNotNull();
            assertThat(resumed.workspacePath()).isEqualTo(limited.workspacePath());
            assertThat(resumed.startedAt()).isAfterOrEqualTo(limited.startedAt().plusSeconds(1));
            assertThat(workshop.runs(task)).noneMatch(Run::charged);
            assertThat(workshop.git("show", "main:half.txt")).isEqualTo("whole");
        }
    }

    @Test
    void aParkedAgentCausesNoTurnNoEventAndNoOutputUntilItsTime() throws InterruptedException {
        try (var workshop = workshop("commit a.txt one")) {
            TaskId parked = workshop.add("Write it", "limit 600");
            workshop.consume();
            workshop.until(
                    "it is parked", session -> session.tasks().get(parked).notBefore() != null);
            touch(workshop, "first");
            long turns = workshop.consumer().turns();
            List<Event> events = events(workshop);
            assertThat(new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(workshop.consumer().turns() - turns)
                    .as("the notice of the last touch may come once more")
                    .isLessThanOrEqualTo(1);
            assertThat(events(workshop)).isEqualTo(events);
            assertThat(workshop.runs(parked)).hasSize(1);
        }
    }

    @Test
    void beyondMaxParkAFreshSessionOfTheFallbackGoesOnInTheSameWorktree() {
        try (var workshop = workshop("commit a.txt one", "max_park: 1m")) {
            TaskId task = workshop.add("Write it", "edit half.txt half", "limit 600");
            workshop.consume();
            workshop.until(
                    "the fallback has it",
                    session -> session.runs().lastOf(task).stream()
                            .anyMatch(run ->
                                    run.agent() != null && !run.agent().equals(CLAUDE) && run.completedAt() != null));
            List<Run> runs = workshop.runs(task).reversed();
            assertThat(runs.get(1).resumedFrom()).isNull();
            assertThat(runs.get(1).workspacePath()).isEqualTo(runs.get(0).workspacePath());
            // The fallback was given the same commands, and knows no limit as a plain program.
            assertThat(workshop.task(task).heldBy()).isEmpty();
        }
    }

    @Test
    void ordinaryOutputAboutLimitsIsNoLimit() {
        try (var workshop = workshop("commit a.txt one")) {
            TaskId task = workshop.add(
                    "Write it",
                    "say You've hit your usage limit. Please try again in 3 hours. 429 Too Many Requests",
                    "stderr rate_limit_error: permission denied, not logged in",
                    "commit a.txt one",
                    "say status 429 rate limit exceeded, resets 6:55pm (UTC)");
            workshop.untilIdle();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.runs(task))
                    .singleElement()
                    .satisfies(run -> assertThat(run.errorType()).isNull());
            assertThat(workshop.health().get(CLAUDE))
                    .satisfies(health -> assertThat(health.backoffUntil()).isNull());
        }
    }

    @Test
    void aDirtyEndIsNudgedOnceInTheSameSessionWithTheFilesNamed() {
        try (var workshop = workshop("prompt ../../../../nudge", "commit half.txt whole")) {
            TaskId task = workshop.add("Write it", "edit half.txt half", "say done");
            workshop.untilIdle();
            List<Run> runs = workshop.runs(task).reversed();
            assertThat(runs).hasSize(2).noneMatch(Run::charged);
            assertThat(runs.get(1).resumedFrom()).isEqualTo(runs.get(0).id());
            assertThat(runs.get(1).agent()).isEqualTo(CLAUDE);
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.task(task).reviewRounds()).isZero();
            assertThat(workshop.root.resolveSibling("nudge"))
                    .content()
                    .contains("Uncommitted changes were left behind. Commit or discard:\n- half.txt");
        }
    }

    @Test
    void aDirtyEndAfterTheNudgeCountsAsARoundAndEndsWithAPerson() {
        try (var workshop = workshop("edit half.txt more")) {
            TaskId task = workshop.add("Write it", "edit half.txt half");
            workshop.untilIdle();
            Task stuck = workshop.task(task);
            assertThat(stuck.heldBy()).containsExactly(Hold.STUCK);
            assertThat(stuck.lastReviewIssues()).contains("- half.txt");
            List<Review> rounds =
                    workshop.store.read(session -> session.reviews().of(task));
            assertThat(rounds)
                    .hasSize(stuck.reviewRounds())
                    .allSatisfy(round -> assertThat(round.status()).isEqualTo(ReviewStatus.FAILED));
            assertThat(workshop.inbox())
                    .singleElement()
                    .satisfies(item -> assertThat(item.body()).contains("half.txt"));
        }
    }

    /// `claude` is the fake agent, whose every resumed session does what is given; `other` commits something of its
    /// own.
    private Workshop workshop(String... resumedCommandsAndLimits) {
        String last = resumedCommandsAndLimits[resumedCommandsAndLimits.length - 1];
        boolean limits = last.startsWith("max_park");
        String config = """
                primary: claude
                max_concurrent: 2
                limits: {timeout: 60s, stall: 30s, backoff: 20ms, max_load: 1000, max_review_rounds: 2%s}
                workspace: {mode: worktree, base: main}
                agents:
                  claude: {driver: claude, binary: "%s", fallback: [other]}
                  other: {driver: command, command: ["%s"], prompt: stdin, env: {FAKE_AGENT: "commit other.txt it"}}
                """.formatted(limits ? ", " + last : "", Workshop.FAKE_AGENT, Workshop.FAKE_AGENT);
        Workshop workshop = Workshop.withConfig(folder, config);
        StringBuilder prompt = new StringBuilder("{{#issues}}{{issues}}{{/issues}}\n");
        for (String command : resumedCommandsAndLimits) {
            if (!command.startsWith("max_park")) {
                prompt.append("fake: ").append(command).append('\n');
            }
        }
        Workshop.write(workshop.root.resolve(".fuel/prompts/resume.md"), prompt.toString());
        workshop.git("add", ".fuel");
        workshop.git("commit", "--quiet", "--message=Prompts");
        return workshop;
    }

    private static List<Event> events(Workshop workshop) {
        return workshop.store.read(session -> session.events().since(0, 10_000));
    }

    private static void touch(Workshop workshop, String word) {
        workshop.store.change(Actor.HUMAN, session -> session.events().add("project", "touched", word));
        workshop.untilTold(event -> word.equals(event.detail()));
    }
}
