package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.epic.EpicId;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpicCommandsTest {
    @TempDir
    Path folder;

    private CommandLine fuel;

    @BeforeEach
    void initialise() {
        fuel = new CommandLine(folder);
    }

    @Test
    void anEpicShowsItsTasksAndHowFarItIs() {
        String epic = fuel.out("epic:add", "Parsing", "-d", "Reads every dialect.");
        String first = fuel.out("add", "First", "-e", epic);
        String second = fuel.out("add", "Second", "-e", epic, "-b", first);
        fuel.out("done", first);
        assertThat(fuel.out("epics")).isEqualTo("%s  in progress  1/2  0s  Parsing".formatted(epic));
        assertThat(fuel.out("epic:show", epic)).isEqualTo(fuel.out("show", epic));
        assertThat(fuel.out("epic:show", epic)).isEqualTo("""
                        %s  Parsing
                        state       in progress
                        done        1 of 2 tasks
                        added       just now

                        Description
                          Reads every dialect.

                        Tasks
                        %s  P2  closed    First
                        %s  P2  ready     Second""".formatted(epic, first, second));
        assertThat(fuel.out("epic:show", epic, "--json")).contains("\"task_list\":[{\"id\":\"" + first);
    }

    @Test
    void epicsCanBeRenamed() {
        String epic = fuel.out("epic:add", "Old");
        assertThat(fuel.out("epic:update", epic, "--title", "New")).isEqualTo(epic + "  updated  New");
        assertThat(fuel.give("epic:update", epic).exit()).isEqualTo(2);
    }

    @Test
    void theBaseBranchIsTheConfiguredOne() {
        fuel.configure("workspace: {base: trunk}\n");
        String epic = fuel.out("epic:add", "Landing");
        assertThat(fuel.out("show", epic)).contains("lands on    trunk");
    }

    @Test
    void reopeningATaskOfAnApprovedEpicMakesAFollowUpOutsideIt() {
        String epic = fuel.out("epic:add", "Parsing");
        String task = fuel.out("add", "Reads", "-e", epic);
        fuel.out("done", task);
        fuel.store(session -> {
            session.signOff().approve(new EpicId(epic));
            return session.epics().get(new EpicId(epic));
        });
        String[] lines = fuel.out("reopen", task, "-r", "tabs are lost").split("\n", -1);
        String followUp = lines[0].substring(0, 8);
        assertThat(followUp).isNotEqualTo(task);
        assertThat(lines[1]).isEqualTo("  follows %s, whose epic is approved and stays as it is".formatted(task));
        assertThat(fuel.task(followUp).description()).isEqualTo("tabs are lost");
        assertThat(fuel.out("show", followUp)).contains("Came up in\n  " + task).doesNotContain("epic  ");
        assertThat(fuel.refusal("add", "More", "-e", epic))
                .isEqualTo(
                        "fuel: %s has been approved: add the task without an epic or to another one".formatted(epic));
    }

    @Test
    void theReviewOfAnEpicShowsWhatAPersonDecidesFrom() {
        String epic = fuel.out("epic:add", "Ledger");
        String task = fuel.out("add", "Split", "-e", epic);
        fuel.out("done", task);
        assertThat(fuel.out("epic:review", epic)).contains("Ledger", "1 of 1 tasks", task, "closed", "Split");
        assertThat(fuel.out("epic:review", epic, "--json"))
                .contains("\"task_list\":[{\"id\":\"" + task, "\"commits\":[]", "\"lines_added\":null");
    }
}
