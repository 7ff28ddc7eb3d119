package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.epic.EpicStatus;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.request.RequestKind;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.TaskType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An epic's work that an agent has made fit onto its base branch is tested before a person is asked once more.
class MergedEpicTestsTest {
    /// The file `greeting` and the file `tests/b` are the tests `greeting` and `b`: they fail if that is what they say.
    private static final String RUN_TESTS = """
            mkdir -p reports
            for test in greeting tests/b; do
                [ "$(cat $test)" = fail ] && result='<failure/>' || result=
                echo "<testcase classname='tests' name='${test#tests/}'>$result</testcase>"
            done | sed '1i <testsuite name="all">' | sed '$a </testsuite>' >reports/junit.xml
            ! grep -q fail greeting tests/b
            """;

    private static final String RESOLVE = "printf 'both\\n' >greeting; git add --all; git commit -q --no-edit";

    @TempDir
    Path folder;

    @Test
    void thePersonReadsWhichTestsFailOnWhatTheAgentHasMade() {
        try (var workshop = workshop(folder, RESOLVE.replace("both", "fail"))) {
            EpicId epic = conflicting(workshop);
            workshop.untilIdle();
            InboxItem item = question(workshop);
            assertThat(item.title()).isEqualTo("Greet is ready for your approval, but its tests fail");
            assertThat(item.body())
                    .contains("You have approved this before")
                    .contains("The tests fail on it: 1 test fails that does not fail at the base: tests.greeting;"
                            + " also failing at the base: tests.b");
            assertThat(tests(workshop, epic))
                    .extracting(Run::headCommit)
                    .containsExactly(workshop.git("rev-parse", "fuel/" + epic), workshop.git("rev-parse", "main"));
            assertThat(workshop.git("worktree", "list").lines()).hasSize(2);

            Epics.approve(workshop, epic);
            assertThat(Epics.get(workshop, epic).status()).isEqualTo(EpicStatus.APPROVED);
            workshop.requireNoTrace("main");
        }
    }

    @Test
    void aConsumerThatDiesSomewhereLeavesTheTestsToTheNextOne() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("MergedEpicTestsTest seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 2; i++) {
            boolean _ = comesToTheSameEnd(1 + random.nextInt(12));
        }
    }

    @Test
    @Tag("soak")
    void aConsumerThatDiesAfterAnyCommitLeavesTheTestsToTheNextOne() throws IOException {
        int commits = 1;
        while (comesToTheSameEnd(commits)) {
            commits++;
        }
        assertThat(commits).isGreaterThan(8);
    }

    /// @return whether the consumer died on the way; it did not need so many commits otherwise
    private boolean comesToTheSameEnd(int dyingAfter) throws IOException {
        Path place = Files.createDirectory(folder.resolve("after-" + dyingAfter + "-" + System.nanoTime()));
        try (var workshop = workshop(place, RESOLVE)) {
            EpicId epic = conflicting(workshop);
            boolean died = workshop.untilIdleDyingAfter(dyingAfter);
            workshop.untilIdle();
            assertThat(question(workshop).body())
                    .as("after %d commits:\n%s", dyingAfter, workshop.history())
                    .contains("The tests were run on it: 1 test passes; no new failure;"
                            + " also failing at the base: tests.b.");
            assertThat(tests(workshop, epic))
                    .filteredOn(run -> run.errorType() == null)
                    .as("after %d commits:\n%s", dyingAfter, workshop.history())
                    .hasSize(2);
            Epics.approve(workshop, epic);
            assertThat(workshop.root.resolve("greeting")).hasContent("both");
            workshop.requireNoTrace("main");
            return died;
        }
    }

    @Test
    void testsThatAPersonStopsKeepNobodyFromBeingAsked() {
        try (var workshop = workshop(folder, RESOLVE)) {
            EpicId epic = conflicting(workshop);
            Workshop.write(workshop.root.resolve("run-tests"), "sleep 1000\n");
            workshop.git("commit", "--quiet", "--all", "--message=Slow");
            workshop.consume();
            workshop.until(
                    "the tests run",
                    session -> session.runs().running().stream()
                            .anyMatch(run -> run.kind() == RunKind.CHECK && run.process() != null));
            workshop.ask(
                    RequestKind.STOP_RUN, tests(workshop, epic).getFirst().id().value());
            workshop.until(
                    "a person is asked",
                    session -> session.inbox().open().stream().anyMatch(item -> item.type() == InboxType.EPIC_REVIEW));
            workshop.leave(false);
            assertThat(question(workshop).body())
                    .contains("The tests say nothing of it: they were stopped by a person.");
        }
    }

    private static InboxItem question(Workshop workshop) {
        assertThat(workshop.inbox()).as(workshop::history).hasSize(1);
        InboxItem item = workshop.inbox().getFirst();
        assertThat(item.type()).as(workshop::history).isEqualTo(InboxType.EPIC_REVIEW);
        return item;
    }

    /// The runs of the test command for the epic's work as a whole, oldest first.
    private static List<Run> tests(Workshop workshop, EpicId epic) {
        return workshop.store.read(session -> session.runs().of(epic)).stream()
                .filter(run -> run.kind() == RunKind.CHECK)
                .toList();
    }

    /// An approved epic whose work does not fit onto `main` any more.
    private static EpicId conflicting(Workshop workshop) {
        EpicId epic = Epics.add(workshop, "Greet");
        workshop.add("Write it", TaskType.FEATURE, epic);
        workshop.untilIdle();
        Workshop.write(workshop.root.resolve("greeting"), "theirs\n");
        workshop.git("add", "greeting");
        workshop.git("commit", "--quiet", "--message=Meanwhile");
        assertThatThrownBy(() -> Epics.approve(workshop, epic))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("conflict in greeting");
        return epic;
    }

    private static Workshop workshop(Path place, String merge) {
        var agents = new ScriptedAgents(place)
                .when("author", "work", "commit greeting one")
                .when("author", "epic_review", "echo summary")
                .when("author", "merge", merge);
        Workshop workshop = Workshop.withConfig(place, """
                primary: author
                max_concurrent: 2
                limits: {timeout: 60s, stall: 30s, backoff: 20ms, max_load: 1000}
                review: {tests: {command: "sh ./run-tests", reports: "reports/*.xml", timeout: 30s}}
                workspace: {mode: worktree, base: main}
                agents:
                  %s
                """.formatted(agents.configured("author")));
        Workshop.write(workshop.root.resolve("run-tests"), RUN_TESTS);
        Workshop.write(workshop.root.resolve("greeting"), "none\n");
        Workshop.write(workshop.root.resolve("tests/b"), "fail\n");
        Workshop.write(workshop.root.resolve(".gitignore"), "reports\n");
        workshop.git("add", "--all");
        workshop.git("commit", "--quiet", "--message=Tests");
        return workshop;
    }
}
