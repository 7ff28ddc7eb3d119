package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.domain.task.TaskStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskCommandsTest {
    @TempDir
    Path folder;

    private CommandLine fuel;

    @BeforeEach
    void initialise() {
        fuel = new CommandLine(folder);
    }

    @Test
    void addPrintsTheIdAndNothingElse() {
        assertThat(fuel.out("add", "Write the parser")).matches("f-[0-9a-f]{6}");
    }

    @Test
    void everythingThatAddIsToldIsKept() {
        String blocker = fuel.out("add", "First");
        String epic = fuel.out("epic:add", "Parsing");
        String id = fuel.giveReading(
                        "two\nlines\n",
                        "add",
                        "Second",
                        "-d",
                        "-",
                        "-t",
                        "bug",
                        "-p",
                        "P0",
                        "-c",
                        "complex",
                        "-l",
                        "ui,core",
                        "-b",
                        blocker.substring(2, 6),
                        "-e",
                        epic,
                        "--agent",
                        "mine")
                .out()
                .strip();
        Task task = fuel.task(id);
        assertThat(task.description()).isEqualTo("two\nlines");
        assertThat(task.type().word()).isEqualTo("bug");
        assertThat(task.priority().value()).isZero();
        assertThat(task.complexity().word()).isEqualTo("complex");
        assertThat(task.labels()).containsExactly("core", "ui");
        assertThat(task.openBlockers()).isEqualTo(1);
        assertThat(task.epic()).hasToString(epic);
        assertThat(task.agent()).isEqualTo(CommandLine.AGENT);
        assertThat(task.createdBy()).isEqualTo("cli");
    }

    @Test
    void readyListsWhatMayStartInItsOrder() {
        String late = fuel.out("add", "Late", "-p", "3");
        String first = fuel.out("add", "First", "-p", "1");
        fuel.out("add", "Waits", "-b", first);
        assertThat(fuel.out("ready").lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches(first + "  P1  feature  simple  \\ds  First"),
                        line -> assertThat(line).matches(late + "  P3  feature  simple  \\ds  Late"));
        assertThat(fuel.out("ready", "--limit", "1", "--json"))
                .contains("\"more\":true")
                .doesNotContain(late);
    }

    @Test
    void blockedSaysWhy() {
        String first = fuel.out("add", "First");
        String second = fuel.out("add", "Second", "-b", first);
        String held = fuel.out("add", "Held");
        fuel.out("pause", held);
        assertThat(fuel.out("blocked"))
                .isEqualTo("%s  P2  waits for %s  Second\n%s  P2  held by a person    Held"
                        .formatted(second, first, held));
    }

    @Test
    void anEmptyListIsSaidOnStandardErrorOnly() {
        Prompt.Ending ending = fuel.give("ready");
        assertThat(ending)
                .isEqualTo(new Prompt.Ending(0, "", "fuel: nothing is ready (fuel blocked says what waits)\n"));
    }

    @Test
    void tasksListsWhatIsNotOverUnlessAskedForMore() {
        String open = fuel.out("add", "Open", "-l", "ui");
        String closed = fuel.out("add", "Closed");
        fuel.out("done", closed);
        assertThat(fuel.out("tasks")).contains(open).doesNotContain(closed);
        assertThat(fuel.out("tasks", "--status", "closed,cancelled"))
                .contains(closed)
                .doesNotContain(open);
        assertThat(fuel.out("tasks", "-s", "all", "--label", "ui"))
                .contains(open)
                .doesNotContain(closed);
        assertThat(fuel.out("tasks", "--json"))
                .startsWith("{\"schema_version\":1,\"tasks\":[{\"id\":\"" + open)
                .contains("\"commit_hash\":null", "\"ready\":true,\"waiting\":[]");
    }

    @Test
    void showTellsWhereATaskStandsAndWhatToDoNext() {
        String first = fuel.out("add", "First");
        String second = fuel.out("add", "Second", "-b", first, "-d", "All about it.");
        fuel.out("pause", second, "--reason", "not this week");
        assertThat(fuel.out("show", second)).isEqualTo("""
                        %1$s  Second
                        state       held · held by a person; waits for %2$s
                        reason      not this week
                        kind        P2, feature, simple
                        added       just now by cli

                        Description
                          All about it.

                        Waits for
                          %2$s  open        First

                        Next
                          fuel unpause %1$s lets it start""".formatted(second, first));
    }

    @Test
    void showNamesTheRunAtWork() {
        String task = fuel.out("add", "Work");
        Run run = fuel.claim(task);
        assertThat(fuel.out("show", task))
                .contains("state       in progress", run.id() + "  work    running  mine")
                .endsWith("fuel run:tail %s shows what it does".formatted(run.id()));
    }

    @Test
    void doneClosesAtOnceByTheLegalMovesAndSaysWhatItReleases() {
        String first = fuel.out("add", "First");
        String second = fuel.out("add", "Second", "-b", first);
        assertThat(fuel.out("done", first, "--reason", "by hand", "--commit", "abc123"))
                .isEqualTo("%s  closed  First\n  no longer waiting for it: %s".formatted(first, second));
        assertThat(fuel.task(first).status()).isEqualTo(TaskStatus.CLOSED);
        assertThat(fuel.task(first).commit()).isEqualTo("abc123");
        assertThat(fuel.out("events", first).lines().map(line -> line.replaceAll(".*  (task \\w+).*", "$1")))
                .contains("task claim", "task submit", "task close");
        assertThat(fuel.refusal("done", first)).isEqualTo("fuel: cannot close %s: it is closed".formatted(first));
    }

    @Test
    void severalTasksMoveTogetherOrNotAtAll() {
        String open = fuel.out("add", "Open");
        String closed = fuel.out("add", "Closed");
        fuel.out("done", closed);
        assertThat(fuel.give("done", open, closed).exit()).isEqualTo(1);
        assertThat(fuel.task(open).status()).isEqualTo(TaskStatus.OPEN);
    }

    @Test
    void doneWithTheGateGoesThroughTheChecks() {
        String task = fuel.out("add", "Checked");
        assertThat(fuel.out("done", task, "--gate")).isEqualTo(task + "  goes through the checks  Checked");
        assertThat(fuel.task(task).status()).isEqualTo(TaskStatus.REVIEW);
        assertThat(fuel.refusal("done", task, "--gate"))
                .isEqualTo("fuel: cannot submit %s: it is review".formatted(task));
    }

    @Test
    void whatARunWorksOnIsLeftToIt() {
        String task = fuel.out("add", "Busy");
        Run run = fuel.claim(task);
        String stop = "%s of mine works on it; stop that first with `fuel run:kill %s`".formatted(run.id(), run.id());
        assertThat(fuel.refusal("done", task)).isEqualTo("fuel: cannot finish %s: %s".formatted(task, stop));
        assertThat(fuel.refusal("start", task)).isEqualTo("fuel: cannot start %s: %s".formatted(task, stop));
        assertThat(fuel.refusal("retry", task)).isEqualTo("fuel: cannot retry %s: %s".formatted(task, stop));
        assertThat(fuel.refusal("defer", task))
                .isEqualTo("fuel: cannot defer %s: %s works on it; stop that first with `fuel run:kill %s`"
                        .formatted(task, run.id(), run.id()));
    }

    @Test
    void aPersonTakesATaskForThemselves() {
        String task = fuel.out("add", "Mine");
        assertThat(fuel.out("start", task)).startsWith(task + "  is yours  Mine");
        assertThat(fuel.task(task).status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(fuel.refusal("retry", task))
                .startsWith("fuel: cannot retry %s: a person is working on it".formatted(task));
        assertThat(fuel.out("done", task)).startsWith(task + "  closed");
    }

    @Test
    void retryReleasesAStuckTaskWithAFreshBudgetAndEndsItsInboxItem() {
        String task = fuel.out("add", "Stuck");
        TaskId id = new TaskId(task);
        fuel.store(session -> {
            session.tasks()
                    .change(id)
                    .countAttempt()
                    .countAttempt()
                    .countReviewRound()
                    .hold(Hold.STUCK, "attempts used up");
            return session.inbox()
                    .post(new NewInboxItem(InboxType.STUCK, "stuck:" + task, "Stuck", "why", null, id, null));
        });
        assertThat(fuel.out("human")).contains("stuck", task);
        assertThat(fuel.out("show", task)).contains("state       stuck", "Waits for you", "fuel retry " + task);
        assertThat(fuel.out("retry", task, "--agent", "mine")).isEqualTo(task + "  may start again  Stuck");
        Task after = fuel.task(task);
        assertThat(after.heldBy()).isEmpty();
        assertThat(after.attempts()).isZero();
        assertThat(after.reviewRounds()).isZero();
        assertThat(after.agent()).isEqualTo(CommandLine.AGENT);
        assertThat(fuel.give("human").err()).isEqualTo("fuel: nothing waits for you\n");
    }

    @Test
    void retryOfAHeldMergeReleasesItToTheGate() {
        String task = fuel.out("add", "Merged");
        TaskId id = new TaskId(task);
        fuel.store(session -> {
            session.tasks().move(id, Move.CLAIM, null);
            session.tasks().move(id, Move.SUBMIT, null);
            return session.tasks()
                    .change(id)
                    .hold(Hold.MERGE, "conflict in Fees.java")
                    .done();
        });
        assertThat(fuel.out("retry", task)).isEqualTo(task + "  is merged again  Merged");
        // The consumer sends what is in review and not held through the gate: that is all there is to ask.
        assertThat(fuel.task(task).heldBy()).isEmpty();
        assertThat(fuel.task(task).status()).isEqualTo(TaskStatus.REVIEW);
        assertThat(fuel.openRequests()).isEmpty();
    }

    @Test
    void cancelReleasesWhatWaitedAndStopsTheRun() {
        String first = fuel.out("add", "First");
        String second = fuel.out("add", "Second", "-b", first);
        Run run = fuel.claim(first);
        assertThat(fuel.out("cancel", first, "-r", "not wanted")).isEqualTo("""
                        %s  cancelled  First
                          no longer waiting for it: %s
                          %s is being stopped""".formatted(first, second, run.id()));
        assertThat(fuel.task(first).reason()).isEqualTo("not wanted");
        // No consumer is alive, so the command itself sees to the end of the run.
        assertThat(fuel.openRequests()).isEmpty();
        assertThat(fuel.run(run.id()).status()).isNotEqualTo(RunStatus.RUNNING);
        assertThat(fuel.task(first).status()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(fuel.refusal("retry", first))
                .isEqualTo("fuel: cannot retry %s: it is cancelled (`fuel reopen %s` opens it again)"
                        .formatted(first, first));
        assertThat(fuel.out("ready")).contains(second);
    }

    @Test
    void reopenOpensAgain() {
        String task = fuel.out("add", "Again");
        fuel.out("done", task);
        assertThat(fuel.out("reopen", task)).isEqualTo(task + "  open  Again");
        assertThat(fuel.refusal("reopen", task)).isEqualTo("fuel: cannot reopen %s: it is open".formatted(task));
    }

    @Test
    void updateChangesOnlyWhatIsGiven() {
        String epic = fuel.out("epic:add", "Parsing");
        String task = fuel.out("add", "Old", "-d", "stays", "-l", "a,b");
        fuel.out(
                "update",
                task,
                "--title",
                "New",
                "-p",
                "0",
                "-l",
                "c",
                "--remove-label",
                "a",
                "-e",
                epic,
                "--agent",
                "mine");
        Task changed = fuel.task(task);
        assertThat(changed.title()).isEqualTo("New");
        assertThat(changed.description()).isEqualTo("stays");
        assertThat(changed.labels()).containsExactly("b", "c");
        assertThat(changed.epic()).hasToString(epic);
        fuel.out("update", task, "-e", "none", "--agent", "none");
        assertThat(fuel.task(task).epic()).isNull();
        assertThat(fuel.task(task).agent()).isNull();
    }

    @Test
    void pauseHoldsTasksAndEpicsAndTheWholeProject() {
        String epic = fuel.out("epic:add", "Parsing");
        String task = fuel.out("add", "Inside", "-e", epic);
        assertThat(fuel.out("pause", epic)).isEqualTo(epic + "  held with all its tasks  Parsing");
        assertThat(fuel.out("blocked")).contains(epic + " is held by a person");
        assertThat(fuel.out("unpause", epic)).isEqualTo(epic + "  may start  Parsing");
        assertThat(fuel.out("ready")).contains(task);
        assertThat(fuel.out("pause")).isEqualTo("paused: nothing new starts until fuel unpause; what runs goes on");
        assertThat(fuel.out("pause")).isEqualTo("already paused: fuel unpause lets work start");
        assertThat(fuel.out("board")).endsWith("paused just now: fuel unpause lets work start");
        assertThat(fuel.out("unpause")).isEqualTo("work may start again");
        assertThat(fuel.out("unpause")).isEqualTo("it was not paused");
    }

    @Test
    void unpauseLeavesOtherHoldsAndSaysSo() {
        String task = fuel.out("add", "Stuck");
        fuel.store(session ->
                session.tasks().change(new TaskId(task)).hold(Hold.STUCK, null).done());
        fuel.out("pause", task);
        assertThat(fuel.out("unpause", task))
                .isEqualTo("%s  still held by stuck (fuel retry %s)  Stuck".formatted(task, task));
    }

    @Test
    void dependenciesComeAndGo() {
        String first = fuel.out("add", "First");
        String second = fuel.out("add", "Second");
        assertThat(fuel.out("dep:add", second, first)).isEqualTo("%s waits for %s".formatted(second, first));
        assertThat(fuel.out("dep:remove", second, first))
                .isEqualTo("%s no longer waits for %s".formatted(second, first));
        assertThat(fuel.out("dep:remove", second, first)).isEqualTo("%s did not wait for %s".formatted(second, first));
    }

    @Test
    void boardAndTreeShowWhereEverythingStands() {
        String epic = fuel.out("epic:add", "Parsing");
        String first = fuel.out("add", "First", "-e", epic);
        String second = fuel.out("add", "Second", "-e", epic, "-b", first);
        String done = fuel.out("add", "Done");
        fuel.out("done", done);
        assertThat(fuel.out("board")).isEqualTo("""
                        Ready  1
                          %1$s  P2  First

                        Blocked  1
                          %2$s  P2  Second  · waits for %1$s

                        Done  1
                          %3$s  P2  Done  · closed just now""".formatted(first, second, done));
        assertThat(fuel.out("tree")).isEqualTo("""
                        %s  Parsing  0 of 2 done
                        └ %s  P2  First
                          └ %s  P2  Second""".formatted(epic, first, second));
    }
}
