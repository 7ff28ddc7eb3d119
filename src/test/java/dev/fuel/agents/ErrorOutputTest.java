package dev.fuel.agents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorOutputTest {
    @TempDir
    Path folder;

    @Test
    void ownErrorIsToldFromWhatElseIsPrinted() {
        ErrorOutput output = ErrorOutput.of("""
                a warning that speaks of an error
                \u001b[91m\u001b[1mError: \u001b[0mNo authentication information found.

                  • Set the COPILOT_GITHUB_TOKEN environment variable
                """);
        assertThat(output.error()).contains("Error: No authentication information found.");
        assertThat(output.last()).contains("• Set the COPILOT_GITHUB_TOKEN environment variable");
        assertThat(output.lineWith("warning")).contains("a warning that speaks of an error");
        assertThat(ErrorOutput.of("errors: 0\nerroneous\n").error()).isEmpty();
        assertThat(ErrorOutput.of("12:04 ERROR codex: bad\n").error()).contains("12:04 ERROR codex: bad");
    }

    @Test
    void onlyTheEndOfALargeFileIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("stderr.log"), "Error: first\n" + "noise\n".repeat(100_000));
        assertThat(ErrorOutput.of(file).error()).isEmpty();
        assertThat(ErrorOutput.of(file).last()).contains("noise");
        assertThat(ErrorOutput.of(folder.resolve("none")).lines()).isEmpty();
    }
}
