package dev.fuel.agents.gemini;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.Driver;
import dev.fuel.agents.Outcome;
import dev.fuel.agents.Recordings;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeminiEventsTest {
    private static final Driver DRIVER = Recordings.driver("gemini");
    private static final String INIT = "{\"type\":\"init\",\"session_id\":\"s\",\"model\":\"pro\"}\n";

    @Test
    void modelThatWroteMostIsTheOneThatAnswered() {
        Outcome outcome = Recordings.outcome(
                DRIVER,
                INIT
                        + said("Hi")
                        + result(
                                "\"success\"",
                                "\"models\":{\"pro\":{\"output_tokens\":0},\"lite\":"
                                        + "{\"output_tokens\":3},\"flash\":{\"output_tokens\":40}}"),
                0);
        assertThat(outcome.model()).isEqualTo("flash");
        assertThat(outcome.usage()).isEqualTo(new Usage(7L, 43L, 2L, null, null));
    }

    @Test
    void exitZeroAfterAnErrorIsAFailure() {
        Outcome outcome = Recordings.outcome(
                DRIVER,
                INIT + "{\"type\":\"error\",\"severity\":\"warning\",\"message\":\"Loop detected\"}\n"
                        + "{\"type\":\"error\",\"severity\":\"error\",\"message\":\"Model stream ended without a finish reason.\"}\n"
                        + result("\"error\"", "\"models\":{}"),
                0);
        assertThat(outcome.failure()).isEqualTo(FailureType.NETWORK);
        assertThat(outcome.message()).isEqualTo("Model stream ended without a finish reason.");
        assertThat(outcome.noise()).isZero();
    }

    @Test
    void refusedToolIsDeniedAndFailed() {
        String line = "{\"type\":\"tool_result\",\"tool_id\":\"t\",\"status\":\"error\",\"error\":"
                + "{\"type\":\"policy_violation\",\"message\":\"not allowed\"}}\n";
        assertThat(events(line))
                .containsExactly(
                        new AgentEvent.ToolDenied("t", "tool", "not allowed"),
                        new AgentEvent.ToolResult("t", false, "not allowed"));
    }

    @Test
    void piecesOfAMessageAreOneText() {
        assertThat(events(said("One ") + said("two")
                        + "{\"type\":\"tool_use\",\"tool_id\":\"t\",\"tool_name\":\"read_file\","
                        + "\"parameters\":{\"file_path\":\"a.txt\"}}\n" + said("three")))
                .extracting(event -> event instanceof AgentEvent.Text text
                        ? text.text()
                        : event.getClass().getSimpleName())
                .containsExactly("One two", "ToolCall", "three");
    }

    @Test
    void promptThatIsEchoedInOneLongLineIsPassedOver() {
        String echo = "{\"type\":\"message\",\"role\":\"user\",\"content\":\"" + "x".repeat(300_000) + "\"}\n";
        Outcome outcome =
                Recordings.outcome(DRIVER, INIT + echo + said("Hi") + result("\"success\"", "\"models\":{}"), 0);
        assertThat(outcome.finalText()).isEqualTo("Hi");
        assertThat(outcome.noise()).isZero();
    }

    private static String said(String text) {
        return "{\"type\":\"message\",\"role\":\"assistant\",\"content\":\"" + text + "\",\"delta\":true}\n";
    }

    private static String result(String status, String stats) {
        return "{\"type\":\"result\",\"status\":" + status
                + ",\"stats\":{\"input_tokens\":9,\"input\":7,\"cached\":2,\"output_tokens\":43," + stats + "}}\n";
    }

    private static List<AgentEvent> events(String output) {
        return Recordings.events(DRIVER, output.getBytes(UTF_8), 1 << 16);
    }
}
