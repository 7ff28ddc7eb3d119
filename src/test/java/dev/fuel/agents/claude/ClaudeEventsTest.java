package dev.fuel.agents.claude;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.Recordings;
import dev.fuel.agents.ToolState;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaudeEventsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"allowed\"}",
                "{\"status\":\"allowed_warning\",\"resetsAt\":1795373710}",
                "{\"status\":\"allowed\",\"overageStatus\":\"rejected\",\"isUsingOverage\":false}",
                "{}",
                "null",
                "\"rejected\""
            })
    void ordinaryStateOfTheLimitsIsNoLimit(String state) {
        assertThat(events("{\"type\":\"rate_limit_event\",\"rate_limit_info\":" + state + "}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"rejected\"}",
                "{\"status\":\"rejected\",\"resetsAt\":\"soon\"}",
                "{\"status\":\"rejected\",\"resetsAt\":1e300}",
                "{\"status\":\"allowed\",\"overageStatus\":\"rejected\",\"isUsingOverage\":true}"
            })
    void refusedRequestsAreALimitEvenWithoutATime(String state) {
        assertThat(events("{\"rate_limit_info\":" + state + ",\"type\":\"rate_limit_event\"}"))
                .containsExactly(new AgentEvent.Limit(null, "usage limit reached"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # limited, error, status, subtype, terminal reason, class
            true,  rate_limit,            429, success,                api_error,         RATE_LIMIT
            false, rate_limit,            429, success,                api_error,         NETWORK
            false, server_error,             , success,                api_error,         NETWORK
            false, server_error,          529, success,                api_error,         NETWORK
            false, ,                      503, success,                api_error,         NETWORK
            false, unknown,                  , success,                api_error,         NETWORK
            false, authentication_failed,    , success,                api_error,         AUTH
            false, unknown,               403, success,                api_error,         AUTH
            false, billing_error,         400, success,                api_error,         BUDGET
            false, ,                         , error_max_budget_usd,   budget_exhausted,  BUDGET
            false, ,                         , error_max_turns,        max_turns,         CRASH
            false, model_not_found,       404, success,                api_error,         CRASH
            false, invalid_request,       400, success,                prompt_too_long,   CRASH
            true,  ,                         , error_during_execution, aborted_streaming, CRASH
            """)
    void codesDecideTheClass(
            boolean limited,
            @Nullable String error,
            @Nullable Integer status,
            @Nullable String subtype,
            @Nullable String reason,
            FailureType type) {
        assertThat(ClaudeErrors.classify(limited, error, status, subtype, reason))
                .isEqualTo(type);
    }

    @Test
    void costOfEarlierRunsOfTheSessionIsNotThisRuns() {
        // A resumed session whose only request failed: the total still holds what the first run has cost.
        assertThat(usage("\"total_cost_usd\":0.5,\"num_turns\":1,\"model_usage_since_last_result\":{}"))
                .isEqualTo(new Usage(0L, 0L, 0L, 0.0, 1));
        assertThat(usage("\"total_cost_usd\":0.5,\"model_usage_since_last_result\":{"
                        + "\"a\":{\"inputTokens\":1,\"outputTokens\":2,\"cacheReadInputTokens\":4,\"costUSD\":0.25},"
                        + "\"b\":{\"inputTokens\":10,\"cacheCreationInputTokens\":20,\"costUSD\":0.125}}"))
                .isEqualTo(new Usage(31L, 2L, 4L, 0.375, null));
    }

    @Test
    void versionsThatDoNotTellTheShareTellTheTotal() {
        assertThat(usage("\"total_cost_usd\":0.5,\"usage\":{\"input_tokens\":3,\"output_tokens\":4}"))
                .isEqualTo(new Usage(3L, 4L, 0L, 0.5, null));
        assertThat(usage("\"total_cost_usd\":null")).isEqualTo(Usage.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"description":"look","command":"ls -l\\nwc"}  | ls -l wc
            {"old_string":"a","file_path":"src/App.java"}  | src/App.java
            {"pattern":"TODO","path":"src"}                | TODO
            {"odd":{"a":1},"other":"first text"}           | first text
            {}                                             | ''
            []                                             | ''
            """)
    void argumentIsTheMostTellingOne(String input, String argument) {
        String line =
                "{\"type\":\"assistant\",\"message\":{\"content\":[{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"Tool\","
                        + "\"input\":" + input + "}]}}";
        assertThat(events(line)).containsExactly(new AgentEvent.ToolCall("t", "Tool", argument, ToolState.RUNNING));
    }

    @Test
    void thinkingAndOutputInBlocksAreRead() {
        assertThat(
                        events(
                                "{\"type\":\"assistant\",\"message\":{\"content\":[{\"type\":\"thinking\",\"thinking\":\"hm\"}]}}"))
                .containsExactly(new AgentEvent.Thinking("hm"));
        assertThat(
                        events(
                                "{\"type\":\"user\",\"message\":{\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"t\",\"content\":["
                                        + "{\"type\":\"text\",\"text\":\"a\"},{\"type\":\"image\",\"source\":{}},{\"type\":\"text\",\"text\":\"b\"}]}]}}"))
                .containsExactly(new AgentEvent.ToolResult("t", true, "a\nb"));
    }

    @Test
    void escapeSequencesWithinAnEventAreTakenOut() {
        assertThat(events("{\"type\":\"assistant\",\"message\":{\"content\":[{\"type\":\"text\","
                        + "\"text\":\"a\\u001b]52;c;eA==\\u0007b\\u009b2Jc\"}]}}"))
                .containsExactly(new AgentEvent.Text("abc"));
    }

    private static Usage usage(String fields) {
        return events("{" + fields + ",\"subtype\":\"success\",\"is_error\":false,\"type\":\"result\"}").stream()
                .filter(AgentEvent.UsageReported.class::isInstance)
                .map(event -> ((AgentEvent.UsageReported) event).usage())
                .findFirst()
                .orElseThrow();
    }

    private static List<AgentEvent> events(String line) {
        return Recordings.events(Recordings.claudeDriver(), (line + "\n").getBytes(UTF_8), 1 << 16);
    }
}
