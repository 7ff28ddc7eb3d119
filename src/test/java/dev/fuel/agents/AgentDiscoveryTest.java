package dev.fuel.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.agents.AgentDiscovery.FoundAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentDiscoveryTest {
    @TempDir
    Path folder;

    @Test
    void programsAreFoundInTheOrderOfThePath() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        program(second.resolve("claude"), "");
        program(second.resolve("codex"), "");
        Path codex = program(first.resolve("codex"), "");
        Files.writeString(first.resolve("gemini"), "not executable");
        Files.createDirectory(first.resolve("amp"));

        String path = ":" + folder.resolve("missing") + ":" + first + "::" + second + ":\0";
        assertThat(AgentDiscovery.on(path))
                .containsExactly(new FoundAgent("claude", second.resolve("claude")), new FoundAgent("codex", codex));
        assertThat(AgentDiscovery.on("")).isEmpty();
    }

    @Test
    void programTellsItsVersionAndWhatItLacks() throws IOException {
        Path program = program(
                folder.resolve("claude"),
                "case $1 in --version) echo '2.1.330 (Claude Code)' ;; --help) echo '  -p, --print --models' ;; esac");
        ProgramCheck check = check(program, Duration.ofSeconds(10));
        assertThat(check.version()).isEqualTo("2.1.330");
        assertThat(check.missingFlags()).containsExactly("--model");
        assertThat(check.isUsable()).isFalse();
    }

    @Test
    void programThatDoesNotAnswerIsGivenUp() throws IOException {
        Path program = program(folder.resolve("slow"), "exec sleep 600");
        assertThat(check(program, Duration.ofMillis(200)).problem()).contains("took longer");
    }

    @Test
    void brokenProgramSaysWhy() throws IOException {
        Path program = program(folder.resolve("broken"), "echo 'needs node 22' >&2; exit 3");
        assertThat(check(program, Duration.ofSeconds(10)).problem()).endsWith("ended with exit 3: needs node 22");
        assertThat(check(folder.resolve("none"), Duration.ofSeconds(10)).problem())
                .contains("cannot run");
    }

    private ProgramCheck check(Path program, Duration limit) {
        return ProgramCheck.of(program.toString(), List.of("--print", "--model"), folder, limit);
    }

    private static Path program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
