package dev.fuel.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.agents.AgentDiscovery.FoundAgent;
import dev.fuel.domain.agent.AgentProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        AgentProgram answer = ask(program, Duration.ofSeconds(10));
        assertThat(answer.version()).isEqualTo("2.1.330");
        assertThat(answer.flags()).containsExactly("--models", "--print", "-p");
        assertThat(ProgramCheck.objection(answer, List.of("--print", "-p"), "2.1"))
                .isEmpty();
        assertThat(ProgramCheck.objection(answer, List.of("--print", "--model"), "2.1"))
                .contains("claude 2.1.330 cannot be driven: no --model; update it, or Fuel");
        assertThat(ProgramCheck.objection(answer, List.of("--model"), "2.10"))
                .contains("claude 2.1.330 is too old: no --model; update it");
        assertThat(ProgramCheck.objection(answer, List.of("--print"), "3.0"))
                .contains("claude 2.1.330 is too old: Fuel knows it from 3.0 on; update it");
    }

    @Test
    void versionsAreComparedByTheirNumbers() {
        assertThat(ProgramCheck.isOlder("0.9.4", "0.10")).isTrue();
        assertThat(ProgramCheck.isOlder("0.0.1790142911-g7618fb", "0.0.1790142912"))
                .isTrue();
        assertThat(ProgramCheck.isOlder("1.0", "1.0.0")).isFalse();
        assertThat(ProgramCheck.isOlder("2.0.0-beta.1", "2.0")).isFalse();
        assertThat(ProgramCheck.isOlder("3", "2.9.9")).isFalse();
    }

    @Test
    void programThatDoesNotAnswerIsGivenUp() throws IOException {
        Path program = program(folder.resolve("slow"), "exec sleep 600");
        assertThat(ask(program, Duration.ofMillis(200)).problem()).contains("took longer");
    }

    @Test
    void brokenProgramSaysWhy() throws IOException {
        Path program = program(folder.resolve("broken"), "echo 'needs node 22' >&2; exit 3");
        assertThat(ask(program, Duration.ofSeconds(10)).problem()).endsWith("ended with exit 3: needs node 22");
        assertThat(ask(folder.resolve("none"), Duration.ofSeconds(10)).problem())
                .contains("cannot run");
    }

    private AgentProgram ask(Path program, Duration limit) {
        return new ProgramInquiry(folder, Map.of(), limit).ask(program, List.of("--help"), "stamp", Instant.EPOCH);
    }

    private static Path program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
