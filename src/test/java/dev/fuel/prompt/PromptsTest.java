package dev.fuel.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.task.TaskFixture;
import dev.fuel.prompt.Prompts.WorkFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptsTest {
    @TempDir
    private Path overrides;

    @Test
    void aFreshPromptNamesTheTaskTheBranchAndTheFailureBefore() {
        String prompt = new Prompts(overrides)
                .work(new WorkFacts(
                        TaskFixture.ready(1),
                        null,
                        "First the parser.",
                        "",
                        "crash: exit code 3",
                        "fuel/f-000001",
                        "main at 1234abc"));
        assertThat(prompt)
                .startsWith("# Task f-000001: Task 1\n")
                .contains("## The plan of the epic\n\nFirst the parser.")
                .contains("fuel inbox:post --question")
                .contains("on branch fuel/f-000001, started from main at 1234abc")
                .contains("It ended without success: crash: exit code 3")
                .doesNotContain("{{", "What must be mended");
    }

    @Test
    void inTheProjectsOwnFolderNobodyIsToldToCommit() {
        String prompt =
                new Prompts(overrides).work(new WorkFacts(TaskFixture.ready(1), null, null, "", null, null, null));
        assertThat(prompt).contains("the project's own folder").doesNotContain("Commit everything");
    }

    @Test
    void aTemplateOfTheProjectOverridesTheBuiltInOne() throws IOException {
        Files.writeString(overrides.resolve("work.md"), "Do {{title}} <now>");
        assertThat(new Prompts(overrides).work(new WorkFacts(TaskFixture.ready(7), null, null, "", null, null, null)))
                .isEqualTo("Do Task 7 <now>");
    }

    @Test
    void aBrokenTemplateIsRefusedByName() throws IOException {
        Files.writeString(overrides.resolve("work.md"), "{{#open}} never closed");
        assertThatThrownBy(() -> new Prompts(overrides)
                        .work(new WorkFacts(TaskFixture.ready(7), null, null, "", null, null, null)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("work.md");
    }
}
