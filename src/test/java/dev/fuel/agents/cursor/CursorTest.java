package dev.fuel.agents.cursor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.Driver;
import dev.fuel.agents.ErrorOutput;
import dev.fuel.agents.Outcome;
import dev.fuel.agents.Recordings;
import dev.fuel.agents.RunReading;
import dev.fuel.agents.ToolState;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;

/// There is no recording of Cursor's agent, so these streams are written from what others report of its format.
class CursorTest {
    private static final Driver DRIVER = Recordings.driver("cursor-agent");
    private static final String WELL = """
            {"type":"system","subtype":"init","apiKeySource":"login","cwd":"/w","session_id":"c-1","model":"Auto"}
            {"type":"user","message":{"role":"user","content":[{"type":"text","text":"Do it"}]},"session_id":"c-1"}
            {"type":"thinking","subtype":"delta","text":"Let me ","session_id":"c-1"}
            {"type":"thinking","subtype":"delta","text":"see.","session_id":"c-1"}
            {"type":"thinking","subtype":"completed","session_id":"c-1"}
            {"type":"assistant","message":{"role":"assistant","content":[{"type":"text","text":"Looking."}]}}
            {"type":"tool_call","subtype":"started","call_id":"k","tool_call":{"shellToolCall":{"args":{"command":"ls"}}}}
            {"type":"tool_call","subtype":"completed","call_id":"k","tool_call":{"shellToolCall":{"args":{"command":"ls"},\
            "result":{"success":{"command":"ls","exitCode":2,"stdout":"a\\n","stderr":"b"}}}}}
            {"type":"interaction_query","subtype":"request","session_id":"c-1"}
            {"type":"assistant","message":{"role":"assistant","content":[{"type":"text","text":"Done."}]}}
            {"type":"result","subtype":"success","duration_ms":4,"is_error":false,"result":"Done.","session_id":"c-1",\
            "request_id":"1","usage":{"inputTokens":14948,"outputTokens":103,"cacheReadTokens":7}}
            """;

    @Test
    void writtenStreamIsRead() {
        Outcome outcome = Recordings.outcome(DRIVER, WELL, 0);
        assertThat(outcome.isCompleted()).isTrue();
        assertThat(outcome.sessionId()).isEqualTo("c-1");
        assertThat(outcome.model()).isEqualTo("Auto");
        assertThat(outcome.finalText()).isEqualTo("Done.");
        assertThat(outcome.usage()).isEqualTo(new Usage(14948L, 103L, 7L, null, null));
        assertThat(outcome.noise()).isZero();
        assertThat(events(WELL))
                .contains(
                        new AgentEvent.Thinking("Let me see."),
                        new AgentEvent.ToolCall("k", "shell", "ls", ToolState.RUNNING),
                        new AgentEvent.ToolResult("k", false, "a\n\nb"));
    }

    @Test
    void writtenStreamCutAnywhereIsNeverASuccess() {
        byte[] bytes = WELL.getBytes(UTF_8);
        for (int end = 0; end < bytes.length - 2; end++) {
            assertThat(Recordings.outcome(DRIVER, new String(bytes, 0, end, UTF_8), 137)
                            .failure())
                    .isEqualTo(FailureType.CRASH);
        }
    }

    @Test
    void rejectedToolIsDenied() {
        assertThat(events("{\"type\":\"tool_call\",\"subtype\":\"completed\",\"call_id\":\"k\",\"tool_call\":"
                        + "{\"shellToolCall\":{\"result\":{\"rejected\":{\"command\":\"ls\",\"reason\":\"no\"}}}}}\n"))
                .containsExactly(
                        new AgentEvent.ToolDenied("k", "shell", "no"), new AgentEvent.ToolResult("k", false, "no"));
    }

    @Test
    void failureWithoutAnEventIsExplainedByStandardError() {
        var reading = new RunReading(DRIVER);
        Outcome outcome = reading.outcome(
                1,
                null,
                new ErrorOutput(
                        List.of(
                                "Error: Authentication required. Please run 'cursor-agent login' first, or set CURSOR_API_KEY.")));
        assertThat(outcome.failure()).isEqualTo(FailureType.AUTH);
    }

    private static List<AgentEvent> events(String output) {
        return Recordings.events(DRIVER, output.getBytes(UTF_8), 1 << 16);
    }
}
