package dev.fuel.agents.copilot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.Driver;
import dev.fuel.agents.Invocation;
import dev.fuel.agents.Outcome;
import dev.fuel.agents.Recordings;
import dev.fuel.agents.RunReading;
import dev.fuel.agents.StartRequest;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopilotTest {
    private static final Driver DRIVER = Recordings.driver("copilot");

    @TempDir
    Path run;

    @Test
    void tokensAreReadFromTheFileThatItWasToldToWrite() throws IOException {
        Invocation invocation = DRIVER.prepare(StartRequest.fresh("Do it", run.resolve("prompt.md")));
        int flag = invocation.words().indexOf("--usage-output-file");
        Path usage = Path.of(invocation.words().get(flag + 1));
        assertThat(usage.getParent()).isEqualTo(run);

        Path stdout = Files.copy(recording("usage-output-file.stdout.jsonl"), run.resolve("stdout.log"));
        assertThat(read(stdout).usage()).isEqualTo(Usage.UNKNOWN);
        Files.copy(Recordings.resource("copilot-usage/session.json"), usage);
        assertThat(read(stdout).usage()).isEqualTo(new Usage(2400L, 84L, 600L, null, null));
        assertThat(read(stdout).isCompleted()).isTrue();
    }

    @Test
    void usageFileThatIsCutShortIsNoUsage() throws IOException {
        byte[] whole = Files.readAllBytes(Recordings.resource("copilot-usage/session.json"));
        for (int end = 0; end < whole.length - 2; end++) {
            assertThat(CopilotUsage.read(Arrays.copyOf(whole, end)))
                    .as("cut at %d", end)
                    .isEqualTo(Usage.UNKNOWN);
        }
        assertThat(CopilotUsage.read("{\"modelMetrics\":{}}".getBytes(UTF_8)))
                .isEqualTo(new Usage(0L, 0L, 0L, null, null));
        assertThat(CopilotUsage.read("[]".getBytes(UTF_8))).isEqualTo(Usage.UNKNOWN);
    }

    @Test
    void refusedToolIsNamed() throws IOException {
        Outcome outcome = Recordings.outcome(DRIVER, Files.readString(recording("no-allow.stdout.jsonl")), 0);
        assertThat(outcome.deniedTools())
                .singleElement()
                .extracting(AgentEvent.ToolDenied::tool)
                .isEqualTo("bash");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # own provider | its answer                              | type           | status | class
            true           | {"type":"usage_limit_reached"}          | rate_limit     | 429    | RATE_LIMIT
            true           | {"code":"rate_limit_exceeded"}          | rate_limit     | 429    | NETWORK
            true           | {"code":"insufficient_quota"}           | rate_limit     | 429    | BUDGET
            false          | {"code":"user_weekly_rate_limited"}     | rate_limit     | 429    | RATE_LIMIT
            false          | {}                                      | quota          | 402    | RATE_LIMIT
            false          | {}                                      | authorization  | 403    | AUTH
            true           | {}                                      | query          | 503    | NETWORK
            true           | {}                                      | query          | 404    | CRASH
            true           | usage_limit_reached                     | context_limit  |        | CRASH
            """)
    void codesDecideTheClass(boolean ownProvider, String answer, String type, String status, FailureType failure) {
        String code = status == null ? "" : ",\"statusCode\":" + status;
        Outcome outcome = Recordings.outcome(
                DRIVER,
                "{\"type\":\"model.call_failure\",\"data\":{\"isByok\":" + ownProvider + ",\"errorMessage\":\""
                        + answer.replace("\"", "\\\"") + "\"}}\n"
                        + "{\"type\":\"session.error\",\"data\":{\"errorType\":\"" + type
                        + "\",\"message\":\"It failed\""
                        + code + "}}\n" + "{\"type\":\"result\",\"sessionId\":\"s\",\"exitCode\":1}\n",
                1);
        assertThat(outcome.failure()).isEqualTo(failure);
        assertThat(outcome.message()).isEqualTo("It failed");
    }

    @Test
    void spanInGithubsOwnWordsCountsFromTheLinesTime() {
        Outcome outcome = Recordings.outcome(
                DRIVER,
                "{\"type\":\"session.error\",\"data\":{\"errorType\":\"rate_limit\",\"message\":\"Please try again in 3 hours\"},"
                        + "\"timestamp\":\"2026-11-22T17:00:00Z\"}\n{\"type\":\"result\",\"exitCode\":1}\n",
                1);
        assertThat(outcome.limitResetsAt()).isEqualTo(Instant.parse("2026-11-22T20:00:00Z"));
    }

    private static Outcome read(Path stdout) {
        return RunReading.read(stdout, stdout.resolveSibling("stderr.log"), DRIVER, 0, null);
    }

    private static Path recording(String name) {
        return Recordings.resource("transcripts/copilot").resolve(name);
    }
}
