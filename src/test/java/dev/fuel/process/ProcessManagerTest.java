package dev.fuel.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.domain.run.RunId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessManagerTest {
    @TempDir
    Path folder;

    @Test
    void agentGetsThePromptAndLeavesOutputAndExitCode() throws Exception {
        try (var agents = new Agents(folder)) {
            RunId run = agents.start("cat; echo oops >&2; exit 3");

            RunEnd end = agents.end();

            assertThat(end.run()).isEqualTo(run);
            assertThat(end.exitCode()).isEqualTo(3);
            assertThat(end.stopped()).isFalse();
            assertThat(agents.directory(run).stdout()).hasContent("the prompt\n");
            assertThat(agents.directory(run).stderr()).hasContent("oops\n");
            assertThat(agents.manager().isRunning(run)).isFalse();
            assertThat(agents.directory(run).lastOutputAt()).isPresent();
        }
    }

    @Test
    void filesAreForTheirOwnerOnlyAndTheAgentKeepsItsUmask() throws Exception {
        try (var agents = new Agents(folder)) {
            RunId run = agents.start("umask; touch made");
            agents.end();

            Path directory = agents.directory(run).path();
            assertThat(permissions(directory)).isEqualTo("rwx------");
            try (var files = Files.list(directory)) {
                assertThat(files.toList())
                        .hasSize(5)
                        .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
            }
            Path plain = Files.createFile(folder.resolve("plain"));
            assertThat(permissions(agents.work().resolve("made"))).isEqualTo(permissions(plain));
        }
    }

    @Test
    void argumentsArriveUnchanged() throws Exception {
        List<String> odd = List.of("two words", "line\nbreak", "'\"`$HOME\\", "", "-n", "*", "é∑🙂");
        try (var agents = new Agents(folder)) {
            RunId run = agents.start(List.of("printf", "%s\\0"), odd);
            agents.end();
            assertThat(Files.readString(agents.directory(run).stdout()).split("\0", -1))
                    .containsExactly("two words", "line\nbreak", "'\"`$HOME\\", "", "-n", "*", "é∑🙂", "");
        }
    }

    @Test
    void bareNameOfAShellBuiltinIsLookedForAsAProgram() throws Exception {
        try (var agents = new Agents(folder)) {
            RunId run = agents.start(List.of("exit"), List.of("0"));
            assertThat(agents.end().exitCode()).isEqualTo(127);
            assertThat(agents.directory(run).stderr()).hasContent("cannot start exit: no such program\n");
        }
    }

    @Test
    void fileWithoutExecutePermissionEndsWith126() throws Exception {
        Path plain = Files.createFile(folder.resolve("plain"));
        try (var agents = new Agents(folder)) {
            RunId run = agents.start(List.of(plain.toString()), List.of());
            assertThat(agents.end().exitCode()).isEqualTo(126);
            assertThat(agents.directory(run).stderr())
                    .hasContent("cannot start %s: not an executable file\n".formatted(plain));
        }
    }

    @Test
    void agentThatTakesNoPromptOnItsInputFindsItEmpty() throws Exception {
        try (var agents = new Agents(folder)) {
            Launch launch = agents.launch(List.of("cat"), List.of(), Map.of());
            agents.manager()
                    .spawn(new Launch(
                            launch.run(),
                            launch.token(),
                            launch.runDirectory(),
                            launch.workingDirectory(),
                            launch.command(),
                            Map.of(),
                            launch.prompt(),
                            false));
            assertThat(agents.end().exitCode()).isZero();
            assertThat(agents.directory(launch.run()).stdout()).isEmptyFile();
            assertThat(agents.directory(launch.run()).prompt()).hasContent("the prompt\n");
        }
    }

    @Test
    void deathBySignalIs128AndItsNumber() throws Exception {
        try (var agents = new Agents(folder)) {
            agents.start("kill -KILL $$");
            assertThat(agents.end().exitCode()).isEqualTo(137);
        }
    }

    @Test
    void termIsHeededAndTheAgentsOwnExitCodeKept() throws Exception {
        try (var agents = new Agents(folder)) {
            RunId run = agents.start("trap 'exit 7' TERM; echo ready; while :; do sleep 0.01; done");
            agents.awaitOutput(run, "ready");

            StopResult result = agents.stop(run);

            assertThat(result.forced()).isFalse();
            assertThat(result.isComplete()).isTrue();
            RunEnd end = agents.end();
            assertThat(end.exitCode()).isEqualTo(7);
            assertThat(end.stopped()).isTrue();
        }
    }

    @Test
    void agentThatIgnoresTermIsKilled() throws Exception {
        try (var agents = new Agents(folder)) {
            RunId run = agents.start("trap '' TERM; echo ready; while :; do sleep 1; done");
            agents.awaitOutput(run, "ready");

            StopResult result = agents.stop(run);

            assertThat(result.forced()).isTrue();
            assertThat(result.isComplete()).isTrue();
            assertThat(agents.end().exitCode()).isEqualTo(137);
            assertThat(agents.carriers(run)).isEmpty();
        }
    }

    @Test
    void hugeOutputStaysOnDisk() throws Exception {
        try (var agents = new Agents(folder)) {
            RunId run = agents.start("head -c 100000000 /dev/zero");
            agents.end();
            assertThat(agents.directory(run).output().stdoutSize()).isEqualTo(100_000_000);
        }
    }

    @Test
    void environmentIsFitForAnUnattendedAgent() throws Exception {
        try (var agents =
                new Agents(folder, Map.of("CLAUDECODE", "1", "GIT_DIR", "/elsewhere", "KEPT", "yes", "DROPPED", "x"))) {
            RunId run = agents.start(List.of("env"), List.of(), Map.of("DROPPED", "", "GIVEN", "a b"));
            agents.end();
            assertThat(Files.readAllLines(agents.directory(run).stdout()))
                    .contains("TZ=UTC", "KEPT=yes", "GIVEN=a b", "FUEL_RUN_ID=" + run, "GIT_TERMINAL_PROMPT=0")
                    .contains("FUEL_RUN_TOKEN=" + agents.token(run))
                    .noneMatch(line -> line.matches("(CLAUDECODE|GIT_DIR|DROPPED)=.*"));
        }
    }

    @Test
    void waitForAnyHandsOutEachEndOnce() throws Exception {
        try (var agents = new Agents(folder)) {
            RunId run = agents.start("true");
            assertThat(agents.manager().waitForAny(Duration.ofSeconds(10)))
                    .extracting(RunEnd::run)
                    .containsExactly(run);
            assertThat(agents.manager().waitForAny(Duration.ofMillis(1))).isEmpty();
            assertThat(agents.manager().runningCount()).isZero();
        }
    }

    @Test
    void shutdownThatStopsAgentsTellsOfTheirEndsFirst() throws Exception {
        try (var agents = new Agents(folder)) {
            RunId run = agents.start("echo ready; sleep 1000");
            agents.awaitOutput(run, "ready");
            agents.manager().shutdown(true);
            assertThat(agents.end()).extracting(RunEnd::run, RunEnd::stopped).containsExactly(run, true);
            assertThat(agents.carriers(run)).isEmpty();
        }
    }

    @Test
    void missingWorkingDirectoryIsNamed() {
        assertThatThrownBy(() -> {
                    try (var agents = new Agents(folder)) {
                        Files.delete(agents.work());
                        agents.start("true");
                    }
                })
                .isInstanceOf(java.io.UncheckedIOException.class)
                .hasMessageContaining("cannot start run-")
                .hasMessageContaining("the work");
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
