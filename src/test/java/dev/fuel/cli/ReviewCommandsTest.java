package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.Issue;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.review.Verdict;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunOutcome;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.domain.task.TaskStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was said of work, and having it said again.
class ReviewCommandsTest {
    @TempDir
    Path folder;

    private CommandLine fuel;
    private String task = "";
    private Run run;

    @BeforeEach
    void initialise() {
        fuel = new CommandLine(folder);
        task = fuel.out("add", "Write it");
        run = fuel.claim(task);
        fuel.store(session -> session.tasks().move(new TaskId(task), Move.SUBMIT, "done"));
    }

    @Test
    void aReviewIsShownWithItsIssues() {
        Review review = judged();
        assertThat(fuel.out("reviews")).contains(review.id().value(), task, "reviewer", "pending", "1 + 1");
        assertThat(fuel.out("review:show", review.id().value()))
                .contains("clean_tree", "a leak", "blocking", "a.txt:3: never closed (bug)", "follow-up");
        assertThat(fuel.out("reviews", task, "--json"))
                .contains("\"verdict\":\"fail\"", "\"severity\":\"follow_up\"", "\"head_commit\":\"abc\"");
    }

    @Test
    void aHeldTaskIsReviewedAgainFromTheBeginning() {
        Review review = judged();
        fuel.store(session -> session.tasks()
                .change(new TaskId(task))
                .hold(Hold.STUCK, "inconclusive")
                .done());
        // The run of the claim is still at work.
        assertThat(fuel.refusal("review", task)).contains("works on it");
        endRun();
        assertThat(fuel.out("review", task)).contains(task, "is reviewed again");
        assertThat(fuel.task(task).heldBy()).isEmpty();
        assertThat(fuel.task(task).status()).isEqualTo(TaskStatus.REVIEW);
        assertThat(fuel.store(session -> session.reviews().get(review.id())).status())
                .isEqualTo(ReviewStatus.INCONCLUSIVE);
    }

    @Test
    void whatNeedsWorkGoesBackToTheGateAndWhatIsOverDoesNot() {
        endRun();
        fuel.store(session -> session.tasks().move(new TaskId(task), Move.SEND_BACK, "mend"));
        assertThat(fuel.out("review", task)).contains("is reviewed again");
        assertThat(fuel.task(task).status()).isEqualTo(TaskStatus.REVIEW);
        fuel.out("cancel", task);
        assertThat(fuel.refusal("review", task)).contains("it is cancelled");
        assertThat(fuel.refusal("review", fuel.out("add", "New"))).contains("nobody has worked on it");
    }

    private void endRun() {
        assertThat(fuel.settle(
                        run,
                        new RunOutcome(
                                RunStatus.COMPLETED,
                                0,
                                null,
                                null,
                                false,
                                null,
                                null,
                                null,
                                Usage.UNKNOWN,
                                null,
                                null,
                                null,
                                null)))
                .isTrue();
    }

    private Review judged() {
        return fuel.store(session -> {
            Review review = session.reviews()
                    .open(new TaskId(task), null, "abc", List.of(Check.passed("clean_tree", "no uncommitted changes")));
            session.reviews()
                    .judge(
                            review.id(),
                            new AgentName("reviewer"),
                            new Verdict(
                                    Verdict.Decision.FAIL,
                                    "a leak",
                                    List.of(
                                            new Issue("bug", Issue.Severity.BLOCKING, "a.txt", 3, "never closed"),
                                            new Issue("test", Issue.Severity.FOLLOW_UP, null, null, "no test"))));
            return session.reviews().get(review.id());
        });
    }
}
