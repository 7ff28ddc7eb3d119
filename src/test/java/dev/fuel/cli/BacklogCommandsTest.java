package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacklogCommandsTest {
    @TempDir
    Path folder;

    private CommandLine fuel;

    @BeforeEach
    void initialise() {
        fuel = new CommandLine(folder);
    }

    @Test
    void ideasAreKeptAndShown() {
        String added = fuel.out("backlog:add", "Dark mode", "-p", "4", "-d", "One day.");
        String someday = fuel.out("add", "Light mode", "--someday");
        assertThat(added).matches("b-[0-9a-f]{6}");
        assertThat(fuel.out("backlog"))
                .isEqualTo("%s  P4  feature  0s  Dark mode\n%s  P2  feature  0s  Light mode".formatted(added, someday));
        assertThat(fuel.out("show", added))
                .startsWith(added + "  Dark mode\nstate       in the backlog")
                .endsWith("fuel promote %s makes a task of it".formatted(added));
        assertThat(fuel.give("tasks").out()).isEmpty();
    }

    @Test
    void promotingMakesATaskAndDeferringAnIdeaAgain() {
        String idea = fuel.out("backlog:add", "Dark mode", "-t", "chore", "-d", "One day.", "-l", "ui");
        String promoted = fuel.out("promote", idea);
        String task = promoted.substring(0, 8);
        assertThat(promoted).isEqualTo("%s  was %s  Dark mode".formatted(task, idea));
        assertThat(fuel.give("backlog").out()).isEmpty();
        assertThat(fuel.out("show", task)).contains("P2, chore, simple", "labels      ui", "One day.");

        String waiting = fuel.out("add", "Later", "-b", task);
        String deferred = fuel.out("defer", task);
        assertThat(deferred)
                .matches(
                        "%s  is now b-[0-9a-f]{6}  Dark mode\n  no longer waiting for it: %s".formatted(task, waiting));
        assertThat(fuel.out("backlog")).contains("chore", "Dark mode");
        assertThat(fuel.refusal("defer", task)).isEqualTo("fuel: cannot cancel %s: it is cancelled".formatted(task));
    }

    @Test
    void anIdeaHasNoPlaceAmongTheTasks() {
        String task = fuel.out("add", "A task");
        assertThat(fuel.refusal("add", "Idea", "--someday", "-b", task))
                .isEqualTo("fuel: a backlog item has no blockers, epic or agent: give them when it is promoted");
    }

    @Test
    void aLineThatCannotBeReadIsNamedAndStays() throws Exception {
        Path file = folder.resolve(".fuel/backlog.jsonl");
        fuel.out("backlog:add", "Good");
        Files.writeString(file, "<<<<<<< ours\n", StandardOpenOption.APPEND);
        Prompt.Ending ending = fuel.give("backlog");
        assertThat(ending.exit()).isZero();
        assertThat(ending.out()).contains("Good");
        assertThat(ending.err()).contains("backlog.jsonl, line 2: not JSON");
        fuel.out("backlog:add", "Another");
        assertThat(Files.readString(file)).contains("<<<<<<< ours\n");
    }
}
