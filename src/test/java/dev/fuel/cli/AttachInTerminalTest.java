package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunOutcome;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.tui.Tmux;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A person in an agent's own screen and back again, in a real terminal.
@Tag("tmux")
@Timeout(120)
class AttachInTerminalTest {
    @TempDir
    Path folder;

    private CommandLine project;
    private String task;
    private Tmux terminal;

    /// The agent's screen asks for a word, leaves the terminal raw, and ends.
    @BeforeEach
    void aTaskWithAnEndedSession() throws Exception {
        folder = folder.toRealPath();
        project = new CommandLine(folder);
        Path program = Files.writeString(folder.resolve("screen"), """
                #!/bin/sh
                case $1 in
                --version) echo '2.1.330 (Claude Code)' ;;
                --help) exit 0 ;;
                *)  echo "agent: $*"
                    echo "asks: your word?"
                    read -r word
                    echo "$word" > '%s/word'
                    stty raw -echo ;;
                esac
                """.formatted(folder));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        project.configure("agents: {mine: {driver: claude, binary: %s, autonomy: ask}}".formatted(program));
        task = project.out("add", "Mend the login");
        endedSession();
        // Nothing is to be started for it meanwhile.
        project.out("pause");
        terminal = new Tmux(folder);
    }

    @AfterEach
    void closeTerminal() throws Exception {
        if (terminal != null) {
            terminal.close();
        }
    }

    @Test
    void theCommandLendsTheTerminalAndTakesItBack() throws Exception {
        fuel("attach", task);
        assertThat(terminal.await("your word?")).contains("agent: --resume 5e55");
        assertThat(project.task(task).heldBy()).containsExactly(Hold.ATTACH);
        terminal.type("enough");
        terminal.await(task + " is released");
        terminal.assertRestored();
        assertThat(folder.resolve("word")).hasContent("enough");
        assertThat(project.task(task).heldBy()).isEmpty();
    }

    @Test
    void theBoardLendsTheTerminalAndComesBackToItself() throws Exception {
        fuel("consume");
        terminal.await("Mend the login");
        terminal.press("A");
        assertThat(terminal.await("your word?"))
                .contains("agent: --resume 5e55")
                .doesNotContain("[1 Board]");
        assertThat(project.task(task).heldBy()).containsExactly(Hold.ATTACH);
        terminal.type("enough");
        assertThat(terminal.await("[1 Board]")).contains("Mend the login");
        terminal.await("released");
        assertThat(project.task(task).heldBy()).isEmpty();
        terminal.press("q");
        terminal.await("shell>");
        terminal.assertRestored();
        assertThat(folder.resolve("word")).hasContent("enough");
    }

    private void fuel(String... words) throws Exception {
        String[] all = new String[words.length + 1];
        all[0] = "dev.fuel.Fuel";
        System.arraycopy(words, 0, all, 1, words.length);
        terminal.run(folder, Map.of("HOME", folder.resolve("home").toString()), all);
    }

    private void endedSession() {
        Run run = project.claim(task);
        project.store(session -> {
            session.progress().inSession(run.id(), "5e55", null);
            session.progress().inWorkspace(run.id(), folder.toString(), null);
            return true;
        });
        RunOutcome crash = new RunOutcome(
                RunStatus.FAILED,
                3,
                FailureType.CRASH,
                "exit 3",
                true,
                "5e55",
                null,
                null,
                Usage.UNKNOWN,
                null,
                null,
                null);
        assertThat(project.settle(run, crash)).isTrue();
        project.store(session -> session.tasks().move(new TaskId(task), Move.GIVE_BACK, null));
    }
}
