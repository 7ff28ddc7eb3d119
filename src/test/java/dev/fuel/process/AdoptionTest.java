package dev.fuel.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.ProcessIdentity;
import dev.fuel.domain.run.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AdoptionTest {
    private static final String UNTIL_TOLD = "until [ -e go ]; do sleep 0.01; done; exit 5";

    @TempDir
    Path folder;

    /// A Fuel that starts one agent and is gone at once, as by `kill -9`.
    static final class ShortLived {
        private ShortLived() {}

        public static void main(String[] arguments) throws IOException {
            Agents agents = new Agents(Path.of(arguments[0]));
            Launch launch = agents.launch(List.of("sh", "-c"), List.of(UNTIL_TOLD), Map.of());
            ProcessIdentity identity = agents.manager().spawn(launch);
            System.out.printf("%s\n%s\n%d\n%s", launch.run(), launch.token(), identity.pid(), identity.startedAt());
            System.out.flush();
            Runtime.getRuntime().halt(1);
        }
    }

    @Test
    void agentOutlivesTheFuelThatStartedItAndIsAdoptedByTheNext() throws Exception {
        String java = ProcessHandle.current().info().command().orElseThrow();
        String classes = System.getProperty("java.class.path");
        List<String> said = new Command(
                        List.of(
                                java,
                                "-XX:+UseSerialGC",
                                "-cp",
                                classes,
                                ShortLived.class.getName(),
                                folder.toString()),
                        folder,
                        Map.of(),
                        Duration.ofSeconds(30),
                        null)
                .run()
                .stdout()
                .lines()
                .toList();
        var run = new RunId(said.get(0));
        var identity = new ProcessIdentity(Long.parseLong(said.get(2)), said.get(3));
        try (var agents = new Agents(folder)) {
            Path directory = agents.directory(run).path();
            assertThat(agents.manager().inspect(directory, identity, said.get(1)))
                    .isEqualTo(new ProcessState.Alive(identity));

            agents.manager().adopt(run, said.get(1), directory, identity);
            assertThat(agents.manager().isRunning(run)).isTrue();
            Files.createFile(agents.work().resolve("go"));

            assertThat(agents.end()).extracting(RunEnd::run, RunEnd::exitCode).containsExactly(run, 5);
        }
    }

    @Test
    void runThatEndedInBetweenIsToldOfOnAdoption() throws Exception {
        try (var agents = new Agents(folder)) {
            RunId run = agents.start("exit 4");
            agents.end();
            try (var next = agents.successor()) {
                next.manager()
                        .adopt(
                                run,
                                agents.token(run),
                                agents.directory(run).path(),
                                new ProcessIdentity(99_999_999, "x"));
                assertThat(next.end().exitCode()).isEqualTo(4);
            }
        }
    }

    @Test
    void adoptedAgentIsStoppedWhole() throws Exception {
        try (var agents = new Agents(folder)) {
            RunId run = agents.start("sleep 1000 & trap '' TERM; echo ready; while :; do sleep 1; done");
            agents.awaitOutput(run, "ready");
            ProcessIdentity identity = supervisor(agents, run);
            agents.manager().shutdown(false);
            try (var next = agents.successor()) {
                next.manager()
                        .adopt(run, agents.token(run), agents.directory(run).path(), identity);
                StopResult result = next.stop(run);
                assertThat(result.isComplete()).isTrue();
                assertThat(result.forced()).isTrue();
                assertThat(next.end())
                        .extracting(RunEnd::exitCode, RunEnd::stopped)
                        .containsExactly(137, true);
                assertThat(next.carriers(run)).isEmpty();
            }
        }
    }

    @Test
    void killedSupervisorEndsTheRunAndItsAgent() throws Exception {
        try (var agents = new Agents(folder)) {
            RunId run = agents.start("echo ready; sleep 1000");
            agents.awaitOutput(run, "ready");
            kill(supervisor(agents, run));
            assertThat(agents.end().exitCode()).isEqualTo(137);
            assertThat(agents.carriers(run)).isEmpty();
        }
    }

    @Test
    void killedSupervisorOfAnAdoptedRunIsNoticedToo() throws Exception {
        try (var agents = new Agents(folder)) {
            RunId run = agents.start("echo ready; sleep 1000");
            agents.awaitOutput(run, "ready");
            ProcessIdentity identity = supervisor(agents, run);
            agents.manager().shutdown(false);
            try (var next = agents.successor()) {
                next.manager()
                        .adopt(run, agents.token(run), agents.directory(run).path(), identity);
                kill(identity);
                assertThat(next.end().exitCode()).isNull();
                assertThat(next.carriers(run)).isEmpty();
            }
        }
    }

    @Test
    void withoutAnyFileTheTokenFindsTheRun() throws Exception {
        try (var agents = new Agents(folder)) {
            RunId run = agents.start("echo ready; sleep 1000");
            agents.awaitOutput(run, "ready");
            ProcessIdentity identity = supervisor(agents, run);
            Files.delete(agents.directory(run).pidFile());
            assertThat(agents.inspect(run, null)).isEqualTo(new ProcessState.Alive(identity));
        }
    }

    @Test
    void deadProcessWithoutExitCodeIsGone() throws Exception {
        try (var agents = new Agents(folder)) {
            RunId run = agents.start("exit 0");
            agents.end();
            Files.delete(agents.directory(run).exitFile());
            long pid = agents.directory(run).pid().orElseThrow();
            assertThat(agents.inspect(run, new ProcessIdentity(pid, "boot:1"))).isEqualTo(new ProcessState.Gone());
            assertThat(agents.inspect(run, null)).isEqualTo(new ProcessState.Gone());
        }
    }

    @Test
    void numberThatAnotherProcessHasGotIsNotTheRun() throws Exception {
        try (var agents = new Agents(folder)) {
            RunId run = agents.start("exit 0");
            agents.end();
            Files.delete(agents.directory(run).exitFile());
            long other = ProcessHandle.current().pid();
            Files.writeString(agents.directory(run).pidFile(), other + "\n", UTF_8);
            assertThat(agents.inspect(run, new ProcessIdentity(other, "boot:1")))
                    .isEqualTo(new ProcessState.Gone());
        }
    }

    @Test
    void exitCodeCountsWhateverTheProcessTableSays() throws Exception {
        try (var agents = new Agents(folder)) {
            RunId run = agents.start("exit 9");
            agents.end();
            assertThat(agents.inspect(run, null))
                    .isInstanceOfSatisfying(
                            ProcessState.Ended.class,
                            ended -> assertThat(ended.exitCode()).isEqualTo(9));
        }
    }

    private static ProcessIdentity supervisor(Agents agents, RunId run) {
        long pid = agents.directory(run).pid().orElseThrow();
        return ProcessTable.ofThisMachine().identify(pid).orElseThrow();
    }

    private static void kill(ProcessIdentity identity) {
        ProcessHandle.of(identity.pid()).orElseThrow().destroyForcibly();
    }
}
