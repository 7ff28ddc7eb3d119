package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.request.RequestKind;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.store.RunFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The project's own tests decide at the gate, with a real repository, real processes and real reports.
class TestsAtTheGateTest {
    /// Each file in `tests` is a test, which passes if that is what is written in it.
    private static final String RUN_TESTS = """
            mkdir -p reports
            code=0
            {
                echo '<testsuite name="all">'
                for test in tests/*; do
                    read -r result <"$test"
                    echo "<testcase classname='tests' name='${test#tests/}'>"
                    [ "$result" = pass ] || { echo '<failure/>'; code=1; }
                    echo '</testcase>'
                done
                echo '</testsuite>'
            } >reports/junit.xml
            exit $code
            """;

    /// Breaks the test `b`, or mends it.
    private static final String TOGGLES =
            "if grep -q pass tests/b; then echo fail >tests/b; else echo pass >tests/b; fi; git commit -qam Toggle";

    @TempDir
    Path folder;

    @Test
    void onlyTheNewFailureGoesBackAndByItsName() {
        try (var workshop = withTests(config -> config + agent(TOGGLES))) {
            TaskId task = workshop.add("Change it");
            workshop.untilIdle();
            assertThat(workshop.task(task).status()).as(workshop::history).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.task(task).reviewRounds()).isEqualTo(1);
            List<Review> reviews = reviews(workshop, task);
            assertThat(reviews).extracting(Review::status).containsExactly(ReviewStatus.PASSED, ReviewStatus.FAILED);
            assertThat(tests(reviews.getLast()).detail())
                    .isEqualTo("1 test fails that does not fail at the base: tests.b;"
                            + " also failing at the base: tests.known");
            assertThat(tests(reviews.getFirst()).detail())
                    .isEqualTo("2 tests pass; no new failure; also failing at the base: tests.known");
            // At the head, at the base, which is then known, and at the next head.
            assertThat(checks(workshop, task)).hasSize(3).allSatisfy(run -> {
                assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
                assertThat(run.agent()).isNull();
            });
            workshop.requireNoTrace("main");
            assertThat(workshop.git("status", "--porcelain", "--ignored")).doesNotContain("reports");
        }
    }

    @Test
    void aConsumerThatDiesLeavesTheTestsToTheNextOne() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("TestsAtTheGateTest seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 2; i++) {
            comesToTheSameEnd(8 + random.nextInt(25));
        }
    }

    @Test
    @Tag("soak")
    void aConsumerThatDiesAfterAnyCommitLeavesTheTestsToTheNextOne() throws IOException {
        int commits = 1;
        while (comesToTheSameEnd(commits)) {
            commits++;
        }
        assertThat(commits).isGreaterThan(20);
    }

    /// @return whether the consumer died on the way; it did not need so many commits otherwise
    private boolean comesToTheSameEnd(int dyingAfter) throws IOException {
        Path place = Files.createDirectory(folder.resolve("after-" + dyingAfter + "-" + System.nanoTime()));
        try (var workshop = withTests(place, config -> config + agent(TOGGLES), RUN_TESTS)) {
            TaskId task = workshop.add("Change it");
            boolean died = workshop.untilIdleDyingAfter(dyingAfter);
            workshop.untilIdle();
            assertThat(workshop.task(task).status())
                    .as("after %d commits:\n%s", dyingAfter, workshop.history())
                    .isEqualTo(TaskStatus.CLOSED);
            assertThat(reviews(workshop, task))
                    .as("after %d commits:\n%s", dyingAfter, workshop.history())
                    .extracting(Review::status, review -> tests(review).detail())
                    .containsExactly(
                            tuple(
                                    ReviewStatus.PASSED,
                                    "2 tests pass; no new failure; also failing at the base: tests.known"),
                            tuple(
                                    ReviewStatus.FAILED,
                                    "1 test fails that does not fail at the base: tests.b;"
                                            + " also failing at the base: tests.known"));
            workshop.requireNoTrace("main");
            return died;
        }
    }

    @Test
    void whereATaskHasLandedIsWhereTheNextOneIsKnownToStart() {
        try (var workshop = withTests(config -> config)) {
            TaskId first = workshop.add("Add c", "commit tests/c pass");
            workshop.untilIdle();
            TaskId second = workshop.add("Drop a", "remove tests/a");
            workshop.untilIdle();
            assertThat(workshop.task(second).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(checks(workshop, first)).hasSize(2);
            assertThat(checks(workshop, second)).hasSize(1);
            assertThat(tests(lastReview(workshop, second)).detail()).endsWith("no longer there: tests.a");
        }
    }

    @Test
    void aTestThatFlickeredAtTheBaseIsNotHeldAgainstTheTask() throws IOException {
        Path runs = folder.resolve("runs");
        String flickers = "echo . >>%s; [ $(wc -l <%s) = 2 ] && echo fail >tests/flicker || echo pass >tests/flicker\n"
                .formatted(runs, runs);
        try (var workshop = withTests(config -> config, flickers + RUN_TESTS)) {
            TaskId task = workshop.add("Add c", "commit tests/c pass");
            workshop.untilIdle();
            assertThat(workshop.task(task).status()).as(workshop::history).isEqualTo(TaskStatus.CLOSED);
            assertThat(tests(lastReview(workshop, task)).detail())
                    .contains("passing now, failing at the base: tests.flicker");
            assertThat(Files.readAllLines(runs)).hasSize(2);
            workshop.requireNoTrace("main");
        }
    }

    @Test
    void withoutReportsAFailureOfBeforeIsNoFailureOfTheTask() {
        try (var workshop = withTests(config -> config.replace(", reports: \"reports/*.xml\"", ""))) {
            TaskId task = workshop.add("Break b", "commit tests/b fail");
            workshop.untilIdle();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(tests(lastReview(workshop, task)).detail()).contains("it also fails at the base");
        }
    }

    @Test
    void aCommandThatHangsIsStoppedAtItsLimitAndNothingOfItStays() throws IOException {
        Path pid = folder.resolve("pid");
        try (var workshop = withTests(
                config -> config.replace("timeout: 30s", "timeout: 2s")
                        .replace("max_review_rounds: 2", "max_review_rounds: 1"),
                "exit 0")) {
            TaskId task = workshop.add(
                    "Hang", "commit run-tests echo begun; setsid sleep 300 & echo $! >%s; sleep 300".formatted(pid));
            workshop.untilIdle();
            assertThat(workshop.task(task).heldBy()).as(workshop::history).containsExactly(Hold.STUCK);
            assertThat(workshop.task(task).lastReviewIssues())
                    .startsWith("- tests: the test command did not end in time (review.tests.timeout)");
            Optional<ProcessHandle> left =
                    ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
            left.ifPresent(process -> assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(5)));
            Run atHead = checks(workshop, task).getFirst();
            assertThat(atHead.errorType()).isEqualTo(FailureType.TIMEOUT);
            assertThat(workshop.output(atHead)).hasContent("begun");
        }
    }

    @Test
    void aCommandThatIsNotThereIsAPersonsMatter() {
        try (var workshop = withTests(config -> config.replace("sh ./run-tests", "no-such-program --all"))) {
            TaskId task = workshop.add("Add c", "commit tests/c pass");
            workshop.untilIdle();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.REVIEW);
            assertThat(workshop.inbox()).singleElement().satisfies(item -> {
                assertThat(item.type()).isEqualTo(InboxType.INCONCLUSIVE_REVIEW);
                assertThat(item.body()).contains("the test command ended with 127, and the same at the base");
            });
            assertThat(workshop.output(checks(workshop, task).getLast()))
                    .content()
                    .contains("no-such-program");
            assertThat(workshop.git("worktree", "list").lines()).hasSize(2);
        }
    }

    @Test
    void whereTheBaselineCannotBeMadeTheExitCodeCountsAndTheReviewSaysSo() {
        try (var workshop = withTests(config -> config.replace(
                        "base: main}", "base: main, setup: 'case $PWD in *-base) echo no room; exit 3;; esac'}")
                .replace("max_review_rounds: 2", "max_review_rounds: 1"))) {
            TaskId task = workshop.add("Add c", "commit tests/c pass");
            workshop.untilIdle();
            assertThat(workshop.task(task).lastReviewIssues())
                    .contains(
                            "there is no baseline, so only its exit code counts: workspace.setup ended with 3: no room")
                    .contains("failing: tests.known");
            assertThat(workshop.git("worktree", "list").lines()).hasSize(2);
        }
    }

    @Test
    void workThatWasPutOnAMovedBaseIsTestedThere() {
        try (var workshop = withTests(config -> config)) {
            Path start = workshop.gate();
            TaskId task = workshop.add("Add c", "commit tests/c pass", "wait " + start);
            workshop.consume();
            workshop.untilRunning(task);
            Workshop.write(workshop.root.resolve("tests/d"), "fail\n");
            workshop.git("add", "tests/d");
            workshop.git("commit", "--quiet", "--message=Meanwhile");
            Workshop.open(start);
            workshop.untilStatus(task, TaskStatus.CLOSED);
            workshop.leave(false);
            assertThat(tests(lastReview(workshop, task)).detail())
                    .endsWith("also failing at the base: tests.d, tests.known");
            assertThat(checks(workshop, task))
                    .extracting(Run::headCommit)
                    .doesNotHaveDuplicates()
                    .hasSize(4);
            assertThat(workshop.git("rev-parse", "main"))
                    .isEqualTo(checks(workshop, task).get(2).headCommit());
        }
    }

    @Test
    void testsThatAPersonStopsWaitForThatPerson() {
        Path released = folder.resolve("released");
        try (var workshop = withTests(config -> config, "[ -e %s ] || sleep 1000".formatted(released))) {
            TaskId task = workshop.add("Add c", "commit tests/c pass");
            workshop.consume();
            Run run = untilChecking(workshop, task);
            workshop.ask(RequestKind.STOP_RUN, run.id().value());
            workshop.untilHeld(task);
            assertThat(workshop.task(task).heldBy()).containsExactly(Hold.PERSON);
            assertThat(checks(workshop, task).getFirst().stopping()).isEqualTo(StopReason.PERSON);
            Workshop.write(released, "");
            workshop.person.retry(List.of(task.value()), null);
            workshop.untilStatus(task, TaskStatus.CLOSED);
            workshop.leave(false);
        }
    }

    @Test
    void whatTestsLeaveBehindIsPutAwayAndKept() {
        try (var workshop = withTests(config -> config, "echo made >left.txt; echo fail >tests/a; exit 0")) {
            TaskId task = workshop.add("Add c", "commit tests/c pass");
            workshop.untilIdle();
            assertThat(workshop.task(task).status()).as(workshop::history).isEqualTo(TaskStatus.CLOSED);
            Run atHead = checks(workshop, task).getFirst();
            assertThat(workshop.git("show", "refs/fuel/snapshots/" + atHead.id() + ":left.txt"))
                    .isEqualTo("made");
            assertThat(workshop.git("show", "main:tests/a")).isEqualTo("pass");
            workshop.requireNoTrace("main");
        }
    }

    @Test
    void inTheSharedWorkspaceTheExitCodeDecides() {
        try (var workshop = withTests(config -> config.replace("mode: worktree", "mode: shared")
                .replace("max_review_rounds: 2", "max_review_rounds: 1"))) {
            TaskId task = workshop.add("Add c", "commit tests/c pass");
            workshop.untilIdle();
            assertThat(workshop.task(task).lastReviewIssues())
                    .contains("the shared workspace has no state from before the work");
        }
    }

    @Test
    void withoutATestCommandTheReviewSaysSo() {
        try (var workshop = Workshop.in(folder)) {
            TaskId task = workshop.add("Write it", "commit a.txt one");
            workshop.untilIdle();
            Check check = tests(lastReview(workshop, task));
            assertThat(check.outcome()).isEqualTo(Check.Outcome.SKIPPED);
            assertThat(check.detail()).contains("review.tests.command");
        }
    }

    @Test
    void copiedCodeBecomesATaskOfItsOwnAndStopsNothing() throws IOException {
        Path report = Path.of("src/test/resources/cpd-report.xml").toAbsolutePath();
        Path programs = Files.createDirectory(folder.resolve("bin"));
        Path program = programs.resolve("pmd");
        Files.writeString(program, "#!/bin/sh\nsed \"s#WORKSPACE#$PWD#\" %s\n".formatted(report));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        String copies = "cp src/Fees.java src/Charges.java && git add --all && git commit -qm Copy";
        String config = Workshop.plainConfig("").replace("workspace:", "review: {duplication: true}\nworkspace:")
                + agent(copies);
        try (var workshop = Workshop.withConfig(folder, config).withPrograms(programs)) {
            Workshop.write(workshop.root.resolve("src/Fees.java"), "// line\n".repeat(23));
            workshop.git("add", "--all");
            workshop.git("commit", "--quiet", "--message=Fees");
            TaskId task = workshop.add("Copy it");
            workshop.consume();
            workshop.untilStatus(task, TaskStatus.CLOSED);
            workshop.leave(true);
            Review review = lastReview(workshop, task);
            assertThat(review.check("duplication").orElseThrow().detail())
                    .isEqualTo("for a follow-up: src/Charges.java:6–23 as src/Fees.java:6–23");
            assertThat(review.followUps()).singleElement().satisfies(followUp -> {
                assertThat(workshop.task(followUp).title())
                        .isEqualTo("Say it in one place: lines 6–23 repeat src/Fees.java:6–23");
                assertThat(workshop.task(followUp).description()).contains("src/Charges.java:6");
            });
        }
    }

    private static Run untilChecking(Workshop workshop, TaskId task) {
        workshop.until(
                "tests of %s run".formatted(task),
                session -> session.runs().running().stream()
                        .anyMatch(run -> run.kind() == RunKind.CHECK && run.process() != null));
        return checks(workshop, task).getLast();
    }

    private Workshop withTests(UnaryOperator<String> change) {
        return withTests(change, RUN_TESTS);
    }

    private Workshop withTests(UnaryOperator<String> change, String script) {
        return withTests(folder, change, script);
    }

    /// Three tests, of which `known` fails.
    private static Workshop withTests(Path place, UnaryOperator<String> change, String script) {
        String config = change.apply(
                Workshop.plainConfig("")
                        .replace(
                                "workspace:",
                                "review: {tests: {command: \"sh ./run-tests\", reports: \"reports/*.xml\", timeout: 30s}}\nworkspace:"));
        Workshop workshop = Workshop.withConfig(place, config);
        Workshop.write(workshop.root.resolve("run-tests"), script);
        Workshop.write(workshop.root.resolve("tests/a"), "pass\n");
        Workshop.write(workshop.root.resolve("tests/b"), "pass\n");
        Workshop.write(workshop.root.resolve("tests/known"), "fail\n");
        workshop.git("add", "--all");
        workshop.git("commit", "--quiet", "--message=Tests");
        return workshop;
    }

    /// One that does all tasks, by a shell.
    private static String agent(String script) {
        return "  shell: {driver: command, command: [sh, -c, '%s'], prompt: stdin}\ncomplexity: {simple: shell}\n"
                .formatted(script);
    }

    private static Check tests(Review review) {
        return review.check(Check.TESTS).orElseThrow();
    }

    private static Review lastReview(Workshop workshop, TaskId task) {
        return reviews(workshop, task).getFirst();
    }

    private static List<Review> reviews(Workshop workshop, TaskId task) {
        return workshop.store.read(session -> session.reviews().of(task));
    }

    /// Oldest first.
    private static List<Run> checks(Workshop workshop, TaskId task) {
        return workshop.store
                .read(session -> session.runs().list(new RunFilter(task, null, null, RunKind.CHECK, 100)))
                .reversed();
    }
}
