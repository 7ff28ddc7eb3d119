package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever an agent prints is data: it decides nothing, and stops nobody.
class RoughOutputTest {
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void aLineOfAHundredMegabytesAndGarbageAreNoHindrance() throws IOException {
        try (var workshop = Workshop.withConfig(folder, asClaude())) {
            TaskId task = workshop.add(
                    "Rough",
                    "garbage 1000000",
                    "huge 104857600",
                    "hostile",
                    "stderr \\033[31mgarbage\\377",
                    "commit a.txt a",
                    "garbage 1000000",
                    "print {\"type\":\"result\"",
                    "say still here");
            workshop.untilIdle();
            Run run = workshop.runs(task).getLast();
            assertThat(Files.size(workshop.output(run))).isGreaterThan(100 * MEGABYTE);
            assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(run.finalText()).isEqualTo("still here");
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
        }
    }

    @Test
    void anEndInTheMiddleOfALineIsAFailureLikeAnyOther() {
        try (var workshop = Workshop.withConfig(folder, asClaude())) {
            TaskId task = workshop.add("Torn", "drip 0.001 {\"type\":\"result\",\"subt", "die KILL");
            workshop.untilIdle();
            Run run = workshop.runs(task).getLast();
            assertThat(run.errorType()).isEqualTo(FailureType.CRASH);
            assertThat(run.errorMessage()).contains("SIGKILL");
        }
    }

    private static String asClaude() {
        return Workshop.plainConfig("")
                .replace("driver: command, command: [", "driver: claude, binary: ")
                .replace("], prompt: stdin", "")
                .replace("max_attempts: 2", "max_attempts: 1");
    }
}
