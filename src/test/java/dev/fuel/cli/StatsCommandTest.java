package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.CostSource;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunOutcome;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Usage;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the statistics and ratings look like at the command line.
class StatsCommandTest {
    @TempDir
    Path folder;

    private CommandLine fuel;
    private String task;
    private Run run;

    @BeforeEach
    void workOnATask() {
        fuel = new CommandLine(folder);
        task = fuel.out("add", "Work", "-c", "moderate", "-t", "bug");
        run = fuel.claim(task);
    }

    @Test
    void theFiguresOfAnAgentStandInOneRowAndTogether() {
        end();
        assertThat(fuel.out("stats")
                        .lines()
                        .map(line -> line.replaceAll("\\d+m?s\\b", "TIME").replaceAll(" +", " ")))
                .containsSubsequence(
                        "mine 1 [########] 100% 100% 0 TIME TIME ~$0.25 100",
                        "together 1 [########] 100% 100% 0 TIME TIME ~$0.25 100",
                        "reported –, estimated ~$0.25, 0 of 1 runs of unknown cost",
                        "1,200 tokens in, 34 out, 0 from a cache",
                        "runs #",
                        "cost #");
        assertThat(fuel.out("stats", "--by", "complexity")).startsWith("moderate");
        assertThat(fuel.out("stats", "--by", "type", "--since", "all")).startsWith("bug");
        assertThat(fuel.out("stats", "--by", "model")).startsWith("–");
    }

    @Test
    void programsGetTheSameFiguresByName() {
        end();
        assertThat(fuel.out("stats", "--json", "--by", "day"))
                .contains(
                        "\"by\":\"day\"",
                        "\"runs_ended\":1,\"cost_usd\":0.25,\"cost_source\":\"estimated\"",
                        "\"reported_usd\":null,\"estimated_usd\":0.25,\"work_runs\":1,\"passed\":1,\"failed\":0",
                        "\"first_passed\":1,\"first_judged\":1,\"rounds\":0",
                        "\"score\":100.0");
    }

    @Test
    void whereNothingHasEndedThatIsSaid() {
        assertThat(fuel.give("stats").err())
                .contains("no run that was started since")
                .contains("has ended");
        assertThat(fuel.give("stats").out()).isEmpty();
    }

    @Test
    void wrongQuestionsAreRefusedWithTheRightOnes() {
        for (String since : List.of("0d", "week", "7", "-1d", "")) {
            Prompt.Ending ending = fuel.give("stats", "--since", since);
            assertThat(ending.exit()).isEqualTo(2);
            assertThat(ending.err()).contains("--since must be a time like 7d or 12h, or all");
        }
        Prompt.Ending ending = fuel.give("stats", "--by", "agnet");
        assertThat(ending.exit()).isEqualTo(2);
        assertThat(ending.err()).contains("agent");
        assertThat(fuel.give("stats", "--since", "999999999d").exit()).isZero();
    }

    @Test
    void aRunIsRatedByPeopleOnceItHasEndedAndMayBeRatedAnew() {
        String id = run.id().value();
        assertThat(fuel.refusal("run:rate", id, "4")).contains("it has not ended");
        assertThat(fuel.giveInRun(run, "run:rate", id, "5").err()).contains("is for people");
        end();
        assertThat(fuel.out("run:rate", id, "1")).isEqualTo(id + "  rated 1 of 5, score 58");
        assertThat(fuel.out("run:rate", id, "5")).isEqualTo(id + "  rated 5 of 5, score 100");
        assertThat(fuel.out("run:show", id)).contains("score       100 of 100", "rating      5 of 5");
        assertThat(fuel.out("run:show", id, "--json")).contains("\"score\":100,\"rating\":5");
        assertThat(fuel.out("runs")).containsPattern("\\$0\\.25 +100 +just now");
    }

    @Test
    void whatIsNoRatingOrNoWorkIsRefused() {
        end();
        for (String rating : List.of("0", "6", "-1", "good", "4.5")) {
            Prompt.Ending ending = fuel.give("run:rate", run.id().value(), "--", rating);
            assertThat(ending.exit()).isEqualTo(2);
            assertThat(ending.err()).contains("from 1 (bad) to 5 (good)");
        }
        Run check = fuel.store(session -> {
            Run started = session.runs()
                    .insert(new NewRun(RunKind.CHECK, run.task(), null, null, null, null, null, null, 1, null));
            session.runs().settle(started.id(), started.token(), outcome());
            return started;
        });
        assertThat(fuel.refusal("run:rate", check.id().value(), "3")).contains("it is a check run");
        assertThat(fuel.refusal("run:rate", "run-ffffff", "3")).contains("run-ffffff");
    }

    private void end() {
        fuel.settle(run, outcome());
        fuel.store(session -> {
            var review = session.reviews().open(Objects.requireNonNull(run.task()), run.id(), null, List.of());
            return session.reviews().finish(review.id(), ReviewStatus.PASSED, "fine");
        });
    }

    private static RunOutcome outcome() {
        return new RunOutcome(
                RunStatus.COMPLETED,
                0,
                null,
                null,
                false,
                null,
                null,
                null,
                new Usage(1_200L, 34L, null, 0.25, 3),
                null,
                null,
                null,
                CostSource.ESTIMATED);
    }
}
