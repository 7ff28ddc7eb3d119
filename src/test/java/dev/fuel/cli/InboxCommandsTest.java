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

    @Test
    void whatIsSnoozedIsNotCountedUntilItComesBack() {
        String item = fuel.out("inbox:post", "Look at the fees");

        assertThat(fuel.out("inbox:snooze", item, "2h")).matches(item + "  comes back at .*Look at the fees");
        Prompt.Ending none = fuel.give("human");
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).contains("1 snoozed: " + item + " comes back at ");
        assertThat(fuel.out("human", "--json")).contains("\"items\":[]", "\"snoozed\":[{\"id\":\"" + item);
        assertThat(fuel.out("show", item)).contains("state       snoozed, comes back at ");

        fuel.out("inbox:snooze", item, "off");
        assertThat(fuel.out("human")).startsWith(item);
    }

    @Test
    void aTimeThatIsNoneIsRefusedWithOnesThatAre() {
        String item = fuel.out("inbox:post", "Look at the fees");

        assertThat(fuel.refusal("inbox:snooze", item, "soon"))
                .contains("soon is no time: say 2h, 15:00, evening, tomorrow");
        assertThat(fuel.refusal("inbox:snooze", item, "2020-01-01")).contains("that is over");
        fuel.out("inbox:act", item, "dismiss");
        assertThat(fuel.refusal("inbox:snooze", item, "1h")).contains(item + " is over: dismiss");
    }

    @Test
    void aMessageGoesIntoTheNextPromptOfItsTask() {
        String task = fuel.out("add", "Work");

        assertThat(fuel.out("message", task, "Mind the fees")).isEqualTo(task + " gets it with its next prompt");
        fuel.out("cancel", task);
        assertThat(fuel.refusal("message", task, "More")).contains("`fuel reopen " + task + "` opens it again");
    }
}
