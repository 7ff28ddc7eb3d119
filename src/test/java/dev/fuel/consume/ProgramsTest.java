package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.ProcessIdentity;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.TaskId;
import dev.fuel.process.LivingProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProgramsTest {
    private static final String FLAGS =
            "-p, --print --output-format --verbose --model --resume --dangerously-skip-permissions --permission-mode";

    @TempDir
    Path folder;

    @Test
    void nothingIsStartedWithATooOldProgramUntilItIsUpdated() throws Exception {
        Path program = program("0.3", "--print");
        try (var workshop = Workshop.withConfig(folder, config(program))) {
            TaskId task = workshop.add("Write it", "unused");
            workshop.consume();
            workshop.until("a person is told", session -> session.inbox().openCount() == 1);
            assertThat(workshop.inbox()).singleElement().satisfies(item -> {
                assertThat(item.cause()).isEqualTo("program:old");
                assertThat(item.title())
                        .startsWith("claude-like 0.3 is too old: no --")
                        .endsWith("update it");
            });
            assertThat(workshop.runs(task)).isEmpty();
            program("999.1", FLAGS);
            workshop.until(
                    "it is started",
                    session -> session.runs().lastOf(task).isPresent()
                            && session.inbox().findOpen("program:old").isEmpty());
            assertThat(workshop.inbox())
                    .filteredOn(item -> item.cause().startsWith("program:"))
                    .extracting(InboxItem::action)
                    .doesNotContainNull();
        }
    }

    @Test
    void aSecondConsumerDoesNotAskAnUnchangedProgramAgain() throws Exception {
        Path program = program("0.3", "--print");
        try (var workshop = Workshop.withConfig(folder, config(program))) {
            workshop.add("Write it", "unused");
            workshop.untilIdle();
            workshop.untilIdle();
            assertThat(Files.readAllLines(folder.resolve("asked"))).containsExactly("--version", "--help");
        }
    }

    @Test
    void aSessionWhoseProgramEndsWithoutAWordIsNoticed() throws Exception {
        try (var workshop = Workshop.in(folder)) {
            TaskId task = workshop.add("Write it", "commit a.txt one");
            Process person = new ProcessBuilder("sleep", "600").start();
            ProcessIdentity holder = LivingProcess.identify(person.pid()).orElseThrow();
            workshop.store.change(Actor.HUMAN, session -> {
                Run run = session.runs().insert(NewRun.work(task, new AgentName("other"), null));
                session.attachments().open(task, run.id(), holder);
            });
            workshop.consume();
            assertThat(workshop.task(task).heldBy()).containsExactly(Hold.ATTACH);
            person.destroyForcibly();
            workshop.until(
                    "it is given back",
                    session -> session.tasks().get(task).heldBy().isEmpty());
        }
    }

    private static String config(Path program) {
        return Workshop.plainConfig("").replace("primary: fake", "primary: old")
                + "  old: {driver: claude, binary: \"%s\"}\n".formatted(program);
    }

    private Path program(String version, String flags) throws IOException {
        Path draft = Files.writeString(
                folder.resolve("draft"),
                "#!/bin/sh\necho \"$1\" >> '%s/asked'\ncase $1 in --version) echo '%s' ;; --help) echo '%s' ;; esac\n"
                        .formatted(folder, version, flags));
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Files.move(draft, folder.resolve("claude-like"), StandardCopyOption.REPLACE_EXISTING);
    }
}
