package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxCommandsTest {
    @TempDir
    Path folder;

    private CommandLine fuel;

    @BeforeEach
    void initialise() {
        fuel = new CommandLine(folder);
    }

    @Test
    void aMessageWaitsUntilSomebodyActsAndIsOneItemHoweverOftenItIsPosted() {
        String item = fuel.out("inbox:post", "Look at the fees", "-d", "They are rounded.");
        assertThat(item).matches("i-[0-9a-f]{6}");
        assertThat(fuel.out("inbox:post", "Look at the fees")).isEqualTo(item);
        assertThat(fuel.out("human")).isEqualTo(item + "  message  –  0s  Look at the fees");
        assertThat(fuel.out("inbox:read", item)).isEqualTo(item + "  seen  Look at the fees");
        assertThat(fuel.out("human", "--json")).contains("\"id\":\"" + item).doesNotContain("\"read_at\":null");
        assertThat(fuel.out("show", item)).isEqualTo("""
                        %s  Look at the fees
                        kind        message
                        state       waits for you
                        came        just now

                        What happened
                          They are rounded.

                        What you can do
                          fuel inbox:act %s dismiss — put it away""".formatted(item, item));
    }

    @Test
    void anAgentsMessageNamesItsTask() {
        String task = fuel.out("add", "Work");
        Run run = fuel.claim(task);
        String item = fuel.giveInRun(run, "inbox:post", "The tests need a database")
                .out()
                .strip();
        assertThat(fuel.out("human")).contains(item, task, "The tests need a database");
    }
}
