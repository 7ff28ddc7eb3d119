package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `fuel epic:plan` for people without a terminal, and for scripts. The agent answers with its own prompt, in which
/// there is a plan.
class EpicPlanCommandTest {
    @TempDir
    Path folder;

    private CommandLine fuel;
    private String epic = "";

    @BeforeEach
    void initialise() throws IOException {
        fuel = new CommandLine(folder);
        fuel.configure("primary: mine\nagents: {mine: {driver: command, command: [cat]}}\n");
        Files.createDirectories(folder.resolve(".fuel/prompts"));
        Files.writeString(
                folder.resolve(".fuel/prompts/plan.md"),
                "{\"tasks\": [{\"key\": \"a\", \"title\": \"First\"}, {\"key\": \"b\", \"title\": \"Second\","
                        + " \"blocked_by\": [\"a\"]}]}");
        epic = fuel.out("epic:add", "Refunds");
    }

    @Test
    void aPlanIsShownAsATreePaidOnceAndMadeOnlyWhenAskedFor() {
        Prompt.Ending shown = fuel.give("epic:plan", epic);
        assertThat(shown.exit()).isZero();
        assertThat(shown.out()).contains("└ a  P2  First  · feature, simple", "  └ b  P2  Second");
        assertThat(shown.err()).contains("nothing is made yet: --yes makes these tasks");
        assertThat(fuel.out("tasks", "--json")).contains("\"tasks\":[]");
        assertThat(fuel.give("epic:plan", epic).err()).doesNotContain("is being planned");
        assertThat(fuel.out("epic:plan", epic, "--json")).contains("\"key\":\"b\"", "\"blocked_by\":[\"a\"]");
        String made = fuel.out("epic:plan", epic, "--yes");
        assertThat(made.lines()).hasSize(2);
        assertThat(fuel.out("tree")).contains("First", "Second");
        assertThat(fuel.out("runs", "--json").split("\"kind\":\"plan\"", -1)).hasSize(2);
    }

    @Test
    void aDroppedPlanIsForgottenAndAskedForAnew() {
        assertThat(fuel.give("epic:plan", epic).exit()).isZero();
        assertThat(fuel.out("epic:plan", epic, "--drop")).isEqualTo("the plan is forgotten");
        assertThat(fuel.out("epic:plan", epic, "--drop")).isEqualTo("no plan of %s waits".formatted(epic));
        assertThat(fuel.give("epic:plan", epic).err()).contains("is being planned");
        assertThat(fuel.give("epic:plan", epic, "--again").err()).contains("is being planned");
    }

    @Test
    void aFileIsRefusedWithTheLineOfEachProblemAndThenMade() throws IOException {
        Path file = folder.resolve("plan.yaml");
        Files.writeString(file, "tasks:\n  - {key: a, title: A, blocked_by: [c]}\n  - {key: b, title: B, type: x}\n");
        assertThat(fuel.refusal("epic:plan", epic, "--from", file.toString(), "--yes"))
                .contains("plan.yaml:2:5: unknown task in blocked_by of a, \"c\"", "plan.yaml:3:30: unknown value");
        assertThat(fuel.out("tasks", "--json")).contains("\"tasks\":[]");
        Files.writeString(file, "tasks:\n  - {key: a, title: A}\n  - {key: b, title: B, blocked_by: [a]}\n");
        assertThat(fuel.out("epic:plan", epic, "--from", file.toString(), "--yes", "--json"))
                .contains("\"title\":\"A\"", "\"title\":\"B\"");
        assertThat(fuel.refusal("epic:plan", epic, "--from", "nowhere.yaml")).contains("cannot read");
    }

    @Test
    void whatCannotBePlannedIsRefused() {
        assertThat(fuel.refusal("epic:plan", "e-ffffff")).contains("e-ffffff");
        fuel.configure("agents: {mine: {driver: command, command: [cat]}}\n");
        assertThat(fuel.refusal("epic:plan", epic)).contains("no primary agent is configured");
        fuel.out("done", fuel.out("add", "Only", "-e", epic));
        fuel.out("inbox:approve", epic);
        assertThat(fuel.refusal("epic:plan", epic)).contains("has been approved");
    }
}
