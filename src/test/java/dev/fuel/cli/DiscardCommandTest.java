package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.domain.task.TaskStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscardCommandTest {
    @TempDir
    Path folder;

    private GitProject project;
    private CommandLine fuel;
    private String task;

    @BeforeEach
    void makeProject() {
        project = new GitProject(folder);
        fuel = project.fuel;
        task = fuel.out("add", "Work");
    }

    @Test
    void whatIsThrownAwayIsNamedInNumbersAndNothingHappensUnasked() {
        project.worked(task, "two\n");
        GitProject.write(project.worktree(task).resolve("deep/new.txt"), "unsaved\n");
        GitProject.write(project.worktree(task).resolve("deep/other.txt"), "unsaved\n");
        String before = project.refs();

        assertThat(fuel.refusal("discard", task))
                .isEqualTo(
                        "fuel: this throws away 1 commit and 2 uncommitted files of %s: say so with `fuel discard --yes`"
                                .formatted(task));
        Prompt.Ending no = new Prompt(folder).onTerminal().reading("n\n").give("discard", task);
        assertThat(no.exit()).isEqualTo(1);
        assertThat(no.err()).contains("Throw away 1 commit and 2 uncommitted files of " + task + "? [y/N]");
        assertThat(project.refs()).isEqualTo(before);
        assertThat(project.worktree(task).resolve("deep/new.txt")).exists();
    }

    @Test
    void everythingIsKeptUnderAReferenceAndTheTaskStartsAfresh() {
        Run run = project.worked(task, "two\n");
        GitProject.write(project.worktree(task).resolve("new.txt"), "unsaved\n");
        fuel.store(session -> {
            session.workspaces().replace(new TaskId(task), List.of("a.txt"));
            return true;
        });

        Prompt.Ending yes = new Prompt(folder)
                .with("NO_COLOR", "1")
                .onTerminal()
                .reading("y\n")
                .give("discard", task);

        assertThat(yes.exit()).isZero();
        assertThat(yes.out()).contains("discarded: 1 commit and 1 uncommitted file", "git branch NAME refs/fuel/");
        String ref = yes.out().substring(yes.out().indexOf("refs/fuel/")).strip();
        assertThat(project.worktree(task)).doesNotExist();
        assertThat(project.refs()).doesNotContain("refs/heads/fuel").contains(ref);
        project.git("branch", "back", ref);
        assertThat(project.git("show", "back:new.txt")).isEqualTo("unsaved");
        assertThat(project.git("show", "back:a.txt")).isEqualTo("two");

        Task row = fuel.task(task);
        assertThat(row.branch()).isNull();
        assertThat(row.baseCommit()).isNull();
        assertThat(row.heldBy()).isEmpty();
        assertThat(row.reason()).isEqualTo("its work was discarded: it starts afresh");
        assertThat(fuel.<List<TaskId>>store(session -> session.workspaces().tasks()))
                .isEmpty();
        assertThat(fuel.out("diff", task)).contains("-one", "+two", "+unsaved");
        assertThat(fuel.out("diff", run.id().value())).endsWith("-one\n+two");
        assertThat(fuel.refusal("discard", task))
                .isEqualTo("fuel: %s has no worktree and no branch: nothing to discard".formatted(task));
    }

    @Test
    void nothingIsDiscardedThatARunOrTheGateWorksOn() {
        project.worked(task, "two\n");
        Run run = fuel.claim(task);
        assertThat(fuel.refusal("discard", task, "--yes")).contains(run.id() + " of mine works on it");
        fuel.store(session -> session.runs().settle(run.id(), run.token(), GitProject.ended()));
        fuel.store(session -> session.tasks().move(new TaskId(task), Move.SUBMIT, null));
        assertThat(fuel.refusal("discard", task, "--yes")).contains("it is in review");
        assertThat(project.worktree(task)).exists();
    }

    @Test
    void workThatCouldNotBeMergedGoesBackToBeDoneAgain() {
        project.worked(task, "two\n");
        fuel.store(session -> {
            session.tasks()
                    .claim(new TaskId(task), NewRun.work(new TaskId(task), CommandLine.AGENT, null))
                    .ifPresent(run -> session.runs().settle(run.id(), run.token(), GitProject.ended()));
            session.tasks().move(new TaskId(task), Move.SUBMIT, null);
            return session.tasks()
                    .change(new TaskId(task))
                    .hold(Hold.MERGE, "conflict")
                    .done();
        });
        fuel.out("discard", task, "--yes");
        assertThat(fuel.task(task).status()).isEqualTo(TaskStatus.NEEDS_WORK);
        assertThat(fuel.task(task).heldBy()).isEmpty();
        assertThat(fuel.task(task).commit()).isNull();
    }

    @Test
    void anEpicGoesWithTheWorkspacesOfItsTasks() {
        String epic = fuel.out("epic:add", "Parsing");
        String inside = fuel.out("add", "Inside", "--epic", epic);
        project.git("branch", "fuel/" + epic, "main");
        project.worked(inside, "two\n");
        assertThat(fuel.out("discard", epic, "--yes", "--json"))
                .contains(
                        "{\"id\":\"%s\",\"commits\":0".formatted(epic),
                        "{\"id\":\"%s\",\"commits\":1".formatted(inside));
        assertThat(project.git("branch", "--list", "fuel/*")).isEmpty();
        assertThat(project.worktree(inside)).doesNotExist();
    }

    @Test
    void anApprovedEpicsDifferenceIsStillShown() {
        String epic = fuel.out("epic:add", "Parsing");
        String inside = fuel.out("add", "Inside", "--epic", epic);
        project.worked(inside, "two\n");
        project.git("branch", "fuel/" + epic, "fuel/" + inside);
        assertThat(fuel.out("diff", epic)).endsWith("-one\n+two");
        fuel.out("cancel", inside);
        fuel.store(session -> session.tasks().move(new TaskId(inside), Move.REOPEN, null));
        fuel.out("done", inside);
        fuel.out("inbox:approve", epic);
        assertThat(project.git("show", "main:a.txt")).isEqualTo("two");
        assertThat(project.git("branch", "--list", "fuel/" + epic)).isEmpty();
        assertThat(fuel.out("diff", epic)).endsWith("-one\n+two");
    }
}
