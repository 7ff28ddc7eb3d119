package dev.fuel.agents.qwen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.Driver;
import dev.fuel.agents.Outcome;
import dev.fuel.agents.Recordings;
import dev.fuel.agents.StartRequest;
import dev.fuel.domain.run.FailureType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QwenTest {
    private static final Driver DRIVER = Recordings.driver("qwen");

    @Test
    void agentThatTalksAboutAnErrorHasNone() {
        String talk = "The log says [API Error: 401 Incorrect API key provided]";
        Outcome outcome = Recordings.outcome(
                DRIVER,
                said(talk) + "{\"type\":\"result\",\"subtype\":\"success\",\"is_error\":false,\"result\":\"" + talk
                        + "\"}\n",
                0);
        assertThat(outcome.isCompleted()).isTrue();
        assertThat(outcome.finalText()).isEqualTo(talk);
        assertThat(events(said(talk))).containsExactly(new AgentEvent.Text(talk));
    }

    @Test
    void errorThatIsRepeatedAsTextIsNotTheAgentsWord() {
        Outcome outcome =
                Recordings.outcome(DRIVER, said("Half [API Error: 500 boom]") + failure("[API Error: 500 boom]"), 1);
        assertThat(outcome.failure()).isEqualTo(FailureType.NETWORK);
        assertThat(outcome.finalText()).isEqualTo("Half");
        assertThat(outcome.message()).isEqualTo("[API Error: 500 boom]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [API Error: 429 The usage limit has been reached]                                       | RATE_LIMIT
            [API Error: 429 Rate limit reached for qwen3 on tokens per min. Please try again in 2s] | NETWORK
            [API Error: 429 You exceeded your current quota. (insufficient_quota)]                  | BUDGET
            [API Error: 401 Incorrect API key provided: sk-test]                                    | AUTH
            [API Error: 404 The model does not exist]                                               | CRASH
            [API Error: 400 This model's maximum context length is 128000 tokens]                   | CRASH
            [API Error: Connection error. (cause: fetch failed)]                                    | NETWORK
            """)
    void wordsOfTheErrorDecideItsClass(String message, FailureType type) {
        assertThat(Recordings.outcome(DRIVER, failure(message), 1).failure()).isEqualTo(type);
    }

    @Test
    void retryWithANumberIsTold() {
        assertThat(events("{\"type\":\"system\",\"subtype\":\"retry\",\"data\":{\"reason\":\"retry\",\"attempt\":2,"
                        + "\"maxRetries\":10,\"delayMs\":120000}}\n"
                        + "{\"type\":\"system\",\"subtype\":\"retry\",\"data\":{\"reason\":\"retry\"}}\n"))
                .containsExactly(new AgentEvent.Retrying(2, 10, "retry"));
    }

    @Test
    void itsRetriesAreFewUnlessItsSettingsSayOtherwise(@TempDir Path folder) {
        Map<String, String> environment = DRIVER.prepare(StartRequest.fresh("Do it", folder.resolve("run/prompt")))
                .environment();
        assertThat(Path.of(environment.getOrDefault("QWEN_CODE_SYSTEM_DEFAULTS_PATH", "")))
                .hasParent(folder.resolve("run"))
                .content()
                .contains("\"maxRetries\": 0");
    }

    private static String said(String text) {
        return "{\"type\":\"assistant\",\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"" + text + "\"}]}}\n";
    }

    private static String failure(String message) {
        return "{\"type\":\"result\",\"subtype\":\"error_during_execution\",\"is_error\":true,\"error\":{\"message\":\""
                + message + "\"}}\n";
    }

    private static List<AgentEvent> events(String output) {
        return Recordings.events(DRIVER, output.getBytes(UTF_8), 1 << 16);
    }
}
