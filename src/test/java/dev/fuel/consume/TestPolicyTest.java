package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.config.ConfigReader;
import dev.fuel.config.ConfigReading;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Actor;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.TestFindings;
import dev.fuel.domain.review.TestFindings.Ending;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskType;
import dev.fuel.store.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Decided from a real database.
class TestPolicyTest {
    private static final String COMMAND = "make test";
    private static final FuelConfig CONFIG = config("command: make test, reports: \"*.xml\"");

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void openStore() {
        store = Store.open(folder.resolve("agent.db"), InstantSource.system(), new Random(1));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void theHeadIsTestedFirstThenTheBase() {
        TaskId task = atGate("head");
        Run atHead = execute(task);
        assertThat(atHead.headCommit()).isEqualTo("head");
        found(atHead, ended(1));
        Run atBase = execute(task);
        assertThat(atBase.headCommit()).isEqualTo("base");
        assertThat(CheckConduct.isBaseline(atBase)).isTrue();
        found(atBase, ended(0));
        assertThat(step(task)).isInstanceOfSatisfying(GateStep.ConcludeTests.class, conclusion -> {
            assertThat(conclusion.check().outcome()).isEqualTo(Check.Outcome.FAILED);
            assertThat(conclusion.help()).isNull();
        });
    }

    @Test
    void whatIsKnownOfTheBaseIsNotFoundOutAgain() {
        store.change(Actor.CONSUMER, session -> session.baselines().save("base", COMMAND, ended(1)));
        TaskId task = atGate("head");
        found(execute(task), ended(1));
        assertThat(step(task)).isInstanceOf(GateStep.ConcludeTests.class);
    }

    @Test
    void whatTheHeadHasShownInAnEarlierReviewIsFoundOutAgain() {
        store.change(Actor.CONSUMER, session -> session.baselines().save("head", COMMAND, ended(1)));
        assertThat(execute(atGate("head")).headCommit()).isEqualTo("head");
    }

    @Test
    void whereExitCodesDecideAndTheHeadIsWellTheBaseIsNotAskedFor() {
        FuelConfig exitCodes = config("command: make test");
        TaskId task = atGate("head");
        found(execute(task), ended(0));
        assertThat(step(task, exitCodes)).isInstanceOf(GateStep.ConcludeTests.class);
        assertThat(step(task, CONFIG)).isInstanceOf(GateStep.Execute.class);
    }

    @Test
    void theTestsOfABaseThatAnotherTaskRunsAreWaitedFor() {
        TaskId first = atGate("one");
        found(execute(first), ended(1));
        Run atBase = execute(first);
        TaskId second = atGate("two");
        found(execute(second), ended(1));
        assertThat(step(second))
                .isInstanceOfSatisfying(
                        GateStep.Wait.class,
                        wait -> assertThat(wait.reason()).isEqualTo(atBase.id() + " runs the tests at its base"));
        found(atBase, ended(1));
        assertThat(step(second)).isInstanceOf(GateStep.ConcludeTests.class);
    }

    @Test
    void aBaseThatCouldNotBeTestedIsTriedOnceInEachReview() {
        TestFindings none = TestFindings.unavailable("no room");
        store.change(Actor.CONSUMER, session -> session.baselines().save("base", COMMAND, none));
        TaskId task = atGate("head");
        found(execute(task), ended(1));
        Run atBase = execute(task);
        assertThat(atBase.headCommit()).isEqualTo("base");
        store.change(
                Actor.CONSUMER, session -> CheckRecords.cameToNothing(session, atBase, FailureType.CRASH, "no room"));
        assertThat(step(task))
                .isInstanceOfSatisfying(
                        GateStep.ConcludeTests.class,
                        conclusion -> assertThat(conclusion.check().detail()).contains("there is no baseline"));
    }

    @Test
    void runsThatComeToNothingThreeTimesCallForHelp() {
        TaskId task = atGate("head");
        for (int i = 0; i < 3; i++) {
            Run run = execute(task);
            assertThat(run.attempt()).isEqualTo(i + 1);
            store.change(
                    Actor.CONSUMER, session -> CheckRecords.cameToNothing(session, run, FailureType.CRASH, "no disk"));
        }
        assertThat(step(task))
                .isEqualTo(new GateStep.CallForHelp("the tests could not be run 3 times, at last: no disk"));
    }

    @Test
    void whatWasOnlyStoppedIsRunAgainAsOftenAsItTakes() {
        TaskId task = atGate("head");
        for (int i = 0; i < 5; i++) {
            Run run = execute(task);
            store.change(Actor.CONSUMER, session -> CheckRecords.stopped(session, run, 143));
        }
        assertThat(step(task)).isInstanceOf(GateStep.Execute.class);
    }

    @Test
    void anAnswerNeedsNoTests() {
        TaskId task = atGate("base");
        assertThat(step(task))
                .isEqualTo(new GateStep.ConcludeTests(Check.skipped(Check.TESTS, "nothing was changed"), null));
    }

    private TaskId atGate(String head) {
        return store.write(Actor.CONSUMER, session -> {
            TaskId id = session.tasks()
                    .add(new NewTask(
                            "Task",
                            "",
                            TaskType.FEATURE,
                            new Priority(2),
                            Complexity.SIMPLE,
                            Collections.emptySortedSet(),
                            List.of(),
                            null,
                            null,
                            null))
                    .id();
            session.tasks()
                    .change(id)
                    .branch("fuel/" + id)
                    .baseCommit("base")
                    .commit(head)
                    .done();
            session.reviews().open(id, null, head, List.of(Check.passed("clean_tree", "")));
            return id;
        });
    }

    /// Writes down the run that is to be started.
    private Run execute(TaskId task) {
        GateStep step = step(task);
        assertThat(step).isInstanceOf(GateStep.Execute.class);
        NewRun run = ((GateStep.Execute) step).run();
        return store.write(Actor.CONSUMER, session -> session.runs().insert(run));
    }

    private void found(Run run, TestFindings findings) {
        store.change(
                Actor.CONSUMER, session -> CheckRecords.found(session, run, findings.exitCode(), COMMAND, findings));
    }

    private GateStep step(TaskId task) {
        return step(task, CONFIG);
    }

    private GateStep step(TaskId task, FuelConfig config) {
        return store.read(session -> TestPolicy.next(GateReader.facts(session, session.tasks().get(task), false, Map::of, config)))
                .orElseThrow();
    }

    private static TestFindings ended(int exitCode) {
        return new TestFindings(
                Ending.ENDED, exitCode, 0, new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), List.of(), List.of());
    }

    private static FuelConfig config(String tests) {
        String yaml = """
                primary: one
                limits: {max_load: 100000}
                max_concurrent: 9
                review: {tests: {%s}}
                agents:
                  one: {driver: command, command: ["true"]}
                """.formatted(tests);
        return ((ConfigReading.Usable) ConfigReader.read(yaml, "config.yaml")).config();
    }
}
