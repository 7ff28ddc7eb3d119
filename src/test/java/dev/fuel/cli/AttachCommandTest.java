package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.ProcessIdentity;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunOutcome;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.process.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class AttachCommandTest {
    @TempDir
    Path folder;

    private CommandLine project;
    private String task;

    /// The program writes to one pipe when it is there and waits for a word on the other.
    @BeforeEach
    void aTaskWithAnEndedSession() throws Exception {
        folder = folder.toRealPath();
        project = new CommandLine(folder);
        Path program = Files.writeString(
                folder.resolve("screen"),
                "#!/bin/sh\ncase $1 in --version) exit 1 ;; esac\ncd '%s' && echo \"$* $FUEL_RUN_TOKEN $FUEL_TASK_ID $TZ\" > there && read -r _ < leave\n"
                        .formatted(folder));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        new Command(List.of("mkfifo", "there", "leave"), folder, Map.of(), Duration.ofSeconds(10), null).run();
        project.configure("agents: {mine: {driver: claude, binary: %s, model: m, autonomy: ask}}".formatted(program));
        task = project.out("add", "Something");
    }

    @Test
    void theTaskIsHeldWhileAPersonIsInItsSessionAndGivenBackAfterwards() throws Exception {
        end(project.claim(task), "5e55");
        var attached = CompletableFuture.supplyAsync(() -> onTerminal("attach", task));
        String there = Files.readString(folder.resolve("there"));
        assertThat(there).isEqualTo("--resume 5e55 --model m attached " + task + " \n");
        assertThat(project.task(task).heldBy()).containsExactly(Hold.ATTACH);
        assertThat(onTerminal("attach", task).err()).contains(task + " is attached already, by process ");
        Files.writeString(folder.resolve("leave"), "now\n");
        Prompt.Ending ending = attached.get(20, TimeUnit.SECONDS);
        assertThat(ending.out()).contains(task + " is released: 0 new commits").contains("fuel done --gate " + task);
        assertThat(ending.exit()).isZero();
        assertThat(project.task(task).heldBy()).isEmpty();
    }

    @Test
    void whatHasNoSessionOrIsWorkedOnIsRefusedInOneLine() {
        assertThat(project.refusal("attach", task))
                .isEqualTo("fuel: a session needs a terminal: give fuel attach on one");
        assertThat(refusal("attach", task)).contains(task + " has no run and left no session");
        Run running = project.claim(task);
        project.store(session -> {
            session.progress().inSession(running.id(), "5e55", null);
            session.progress().inWorkspace(running.id(), folder.toString(), null);
            return true;
        });
        assertThat(refusal("attach", task))
                .contains("%s of mine works on %s: stop it with `fuel run:kill %s`"
                        .formatted(running.id(), task, running.id()));
        end(running, "5e55");
        project.store(session -> {
            session.progress().inWorkspace(running.id(), folder.resolve("gone").toString(), null);
            return true;
        });
        assertThat(refusal("attach", running.id().value()))
                .contains("the workspace of %s is gone".formatted(running.id()));
        project.configure("agents: {mine: {driver: command, command: [cat]}}\n");
        project.store(session -> {
            session.progress().inWorkspace(running.id(), folder.toString(), null);
            return true;
        });
        assertThat(refusal("attach", task)).contains("mine: a command has no sessions that could be opened");
        assertThat(project.task(task).heldBy()).isEmpty();
    }

    @Test
    void aSessionWhoseTerminalIsGoneHoldsItsTaskNoLonger() {
        Run run = project.claim(task);
        end(run, "5e55");
        project.store(session -> {
            session.attachments().open(new TaskId(task), run.id(), new ProcessIdentity(999_999_999, "long ago"));
            return true;
        });
        assertThat(project.give("doctor").out().lines()).anyMatch(line -> line.contains("attached " + task));
        assertThat(refusal("attach", "run-000000")).contains("run-000000");
        assertThat(project.task(task).heldBy()).isEmpty();
    }

    private void end(Run run, String sessionId) {
        project.store(session -> {
            session.progress().inSession(run.id(), sessionId, null);
            session.progress().inWorkspace(run.id(), folder.toString(), null);
            return true;
        });
        RunOutcome crash = new RunOutcome(
                RunStatus.FAILED,
                3,
                FailureType.CRASH,
                "exit 3",
                true,
                sessionId,
                null,
                null,
                Usage.UNKNOWN,
                null,
                null,
                null);
        assertThat(project.settle(run, crash)).isTrue();
        project.store(session -> session.tasks().move(new TaskId(task), Move.GIVE_BACK, null));
        assertThat(project.run(run.id()).status()).isNotEqualTo(RunStatus.RUNNING);
    }

    private Prompt.Ending onTerminal(String... words) {
        return new Prompt(folder).onTerminal().give(words);
    }

    private String refusal(String... words) {
        Prompt.Ending ending = onTerminal(words);
        assertThat(ending.exit()).isEqualTo(1);
        return ending.err();
    }
}
