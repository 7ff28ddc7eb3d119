package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.task.TaskType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole way of a task, with a real repository and real processes.
class FromTaskToBaseBranchTest {
    @TempDir
    Path folder;

    @Test
    void finishedWorkIsFastForwardedOntoTheBaseBranchAndLeavesNoTrace() {
        try (var workshop = Workshop.in(folder)) {
            TaskId task = workshop.add("Write it", "commit a.txt one", "say finished");
            assertThat(workshop.untilIdle().waiting()).isEmpty();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.git("log", "--format=%s", "main").lines()).containsExactly("Add a.txt", "Begin");
            assertThat(workshop.root.resolve("a.txt")).hasContent("one");
            workshop.requireNoTrace("main");
            assertThat(workshop.inbox()).isEmpty();
            Run run = workshop.runs(task).getFirst();
            assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(run.finalText()).contains("finished");
            assertThat(workshop.git("rev-parse", "refs/fuel/runs/" + run.id())).isEqualTo(run.headCommit());
        }
    }

    @Test
    void whatThePersonHasCheckedOutStaysAsItIs() {
        try (var workshop = Workshop.in(folder)) {
            workshop.git("switch", "--quiet", "--create", "mine");
            TaskId task = workshop.add("Write it", "commit a.txt one");
            workshop.untilIdle();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.git("show", "main:a.txt")).isEqualTo("one");
            assertThat(workshop.root.resolve("a.txt")).doesNotExist();
            workshop.requireNoTrace("mine");
        }
    }

    @Test
    void aFileInTheWayHoldsTheTaskUntilItIsOutOfTheWay() throws IOException {
        try (var workshop = Workshop.in(folder)) {
            Workshop.write(workshop.root.resolve("a.txt"), "the person's own\n");
            TaskId task = workshop.add("Write it", "commit a.txt one");
            workshop.consume();
            workshop.untilHeld(task);
            assertThat(workshop.task(task).heldBy()).containsExactly(Hold.MERGE);
            assertThat(workshop.inbox()).singleElement().satisfies(item -> {
                assertThat(item.type()).isEqualTo(InboxType.MERGE_BLOCKED);
                assertThat(item.title() + item.body()).contains("a.txt");
            });
            assertThat(workshop.root.resolve("a.txt")).hasContent("the person's own");

            // Trying again with nothing changed comes to the same, with one open item.
            workshop.person.retry(List.of(task.value()), null);
            workshop.untilHeld(task);
            assertThat(workshop.inbox()).hasSize(1);

            Files.delete(workshop.root.resolve("a.txt"));
            workshop.person.retry(List.of(task.value()), null);
            workshop.untilStatus(task, TaskStatus.CLOSED);
            workshop.leave(false);
            assertThat(workshop.root.resolve("a.txt")).hasContent("one");
            assertThat(workshop.inbox()).isEmpty();
            workshop.requireNoTrace("main");
        }
    }

    @Test
    void workOnABaseThatHasMovedIsRebased() {
        try (var workshop = Workshop.in(folder)) {
            Path start = workshop.gate();
            TaskId task = workshop.add("Write it", "commit a.txt one", "wait " + start);
            workshop.consume();
            workshop.untilRunning(task);
            Workshop.write(workshop.root.resolve("b.txt"), "meanwhile\n");
            workshop.git("add", "b.txt");
            workshop.git("commit", "--quiet", "--message=Meanwhile");
            Workshop.open(start);
            workshop.untilStatus(task, TaskStatus.CLOSED);
            workshop.leave(false);
            assertThat(workshop.git("log", "--format=%s", "main").lines())
                    .containsExactly("Add a.txt", "Meanwhile", "Begin");
            workshop.requireNoTrace("main");
        }
    }

    @Test
    void aBranchThatChangesFuelsOwnFilesWaitsForAPerson() {
        try (var workshop = Workshop.in(folder)) {
            TaskId task = workshop.add("Help myself", "commit .fuel/prompts/work.md anything");
            workshop.untilIdle();
            assertThat(workshop.task(task).heldBy()).containsExactly(Hold.MERGE);
            assertThat(workshop.inbox()).singleElement().satisfies(item -> {
                assertThat(item.type()).isEqualTo(InboxType.MERGE_BLOCKED);
                assertThat(item.body()).contains(".fuel/prompts/work.md");
            });
            assertThat(workshop.git("ls-tree", "-r", "--name-only", "main")).doesNotContain("prompts");
        }
    }

    @Test
    void withoutGitTheExitCodeDecides() {
        try (var workshop = Workshop.withoutGit(folder)) {
            TaskId task = workshop.add("Write it", "edit a.txt one", "say finished");
            workshop.untilIdle();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.root.resolve("a.txt")).hasContent("one");
        }
    }

    @Test
    void inTheSharedModeAgentsWorkInTheCheckout() {
        String config = Workshop.plainConfig("").replace("mode: worktree", "mode: shared");
        try (var workshop = Workshop.withConfig(folder, config)) {
            TaskId task = workshop.add("Write it", "commit a.txt one");
            workshop.untilIdle();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.git("log", "--format=%s").lines()).containsExactly("Add a.txt", "Begin");
            workshop.requireNoTrace("main");
        }
    }

    @Test
    void researchMayEndInAnAnswer() {
        try (var workshop = Workshop.in(folder)) {
            TaskId task = workshop.add("Find out", TaskType.RESEARCH, "say it is 42");
            workshop.untilIdle();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.runs(task).getFirst().finalText()).contains("it is 42");
            workshop.requireNoTrace("main");
        }
    }

    @Test
    void aFeatureThatOnlyAnswersIsStuckAfterItsAttemptsWithOneItem() {
        try (var workshop = Workshop.in(folder)) {
            TaskId task = workshop.add("Write it", "say I would rather not");
            workshop.untilIdle();
            assertThat(workshop.task(task).heldBy()).containsExactly(Hold.STUCK);
            assertThat(workshop.runs(task)).hasSize(2).allSatisfy(run -> {
                assertThat(run.errorType()).isEqualTo(FailureType.NO_WORK);
                assertThat(run.charged()).isTrue();
            });
            assertThat(workshop.inbox()).singleElement().satisfies(item -> {
                assertThat(item.type()).isEqualTo(InboxType.STUCK);
                assertThat(item.body()).contains("I would rather not");
            });
        }
    }

    @Test
    void aDirtyEndIsNudgedOnceAndThenCountsAsRoundsUntilItIsStuck() {
        try (var workshop = Workshop.in(folder)) {
            TaskId task = workshop.add("Write it", "commit a.txt one", "edit left.txt over");
            workshop.untilIdle();
            assertThat(workshop.task(task).heldBy()).containsExactly(Hold.STUCK);
            assertThat(workshop.runs(task)).hasSize(3);
            assertThat(workshop.task(task).reviewRounds()).isEqualTo(2);
            assertThat(workshop.inbox())
                    .singleElement()
                    .satisfies(item -> assertThat(item.body()).contains("left.txt"));
            Run last = workshop.runs(task).getFirst();
            assertThat(workshop.git("show", "refs/fuel/snapshots/" + last.id() + ":left.txt"))
                    .contains("over");
        }
    }
}
