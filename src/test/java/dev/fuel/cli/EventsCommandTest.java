package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EventsCommandTest {
    @TempDir
    Path folder;

    private CommandLine fuel;

    @BeforeEach
    void initialise() {
        fuel = new CommandLine(folder);
    }

    @Test
    void theLogTellsWhoChangedWhat() {
        String task = fuel.out("add", "Work");
        fuel.out("cancel", task, "-r", "not wanted");
        assertThat(fuel.out("events", task).lines())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("  cli  task added   " + task + "  Work"),
                        line -> assertThat(line)
                                .endsWith("  cli  task cancel  " + task + "  open → cancelled  not wanted"));
        assertThat(fuel.out("events", "--limit", "1", "--json"))
                .contains("\"what\":\"task_cancel\",\"from_state\":\"open\",\"to_state\":\"cancelled\"");
    }

    @Test
    void followingShowsWhatOtherProcessesCommit() throws Exception {
        var sink = new PipedOutputStream();
        var source = new PipedInputStream(sink);
        Thread following = Thread.ofPlatform().start(() -> follow(sink));
        try (var lines = new Scanner(source, StandardCharsets.UTF_8)) {
            fuel.out("epic:add", "First");
            assertThat(lines.nextLine()).contains("epic added").endsWith("First");
            fuel.out("epic:add", "Second");
            assertThat(lines.nextLine()).contains("epic added").endsWith("Second");
        } finally {
            following.interrupt();
            following.join();
        }
    }

    private void follow(PipedOutputStream sink) {
        var out = new PrintStream(sink, false, StandardCharsets.UTF_8);
        new Cli(new Prompt(folder).surroundings(out, System.err)).run("events", "--follow");
    }
}
