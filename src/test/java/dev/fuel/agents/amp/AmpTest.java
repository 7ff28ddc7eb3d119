package dev.fuel.agents.amp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.agents.Driver;
import dev.fuel.agents.Outcome;
import dev.fuel.agents.Recordings;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No recording of Amp gets as far as an event, so these streams are written from the format that its manual describes.
class AmpTest {
    private static final Driver DRIVER = Recordings.driver("amp");
    private static final String BEGINNING = """
            {"type":"system","subtype":"init","cwd":"/w","session_id":"T-1","tools":["Bash"],"mcp_servers":[]}
            {"type":"user","message":{"role":"user","content":[{"type":"text","text":"Do it"}]},"session_id":"T-1"}
            {"type":"assistant","message":{"role":"assistant","content":[{"type":"tool_use","id":"t","name":"Bash",\
            "input":{"cmd":"ls"}}],"usage":{"input_tokens":5,"output_tokens":6}},"session_id":"T-1"}
            {"type":"user","message":{"content":[{"type":"tool_result","tool_use_id":"t","content":"a","is_error":false}]}}
            """;

    @Test
    void writtenStreamIsRead() {
        Outcome outcome = Recordings.outcome(DRIVER, BEGINNING + """
                {"type":"result","subtype":"success","duration_ms":9,"is_error":false,"num_turns":2,"result":"Done.",\
                "session_id":"T-1","usage":{"input_tokens":5,"cache_read_input_tokens":3,"output_tokens":6}}
                """, 0);
        assertThat(outcome.isCompleted()).isTrue();
        assertThat(outcome.sessionId()).isEqualTo("T-1");
        assertThat(outcome.finalText()).isEqualTo("Done.");
        assertThat(outcome.toolCalls()).isEqualTo(1);
        assertThat(outcome.usage()).isEqualTo(new Usage(5L, 6L, 3L, null, 2));
        assertThat(outcome.noise()).isZero();
    }

    @Test
    void withoutAnyKeyItIsNotStarted(@TempDir Path home) throws IOException {
        Map<String, String> environment = Map.of("HOME", home.toString());
        assertThat(DRIVER.missingLogin(environment)).contains("not logged in: give `amp login`, or set AMP_API_KEY");
        assertThat(DRIVER.missingLogin(Map.of("HOME", home.toString(), "AMP_API_KEY", "k")))
                .isEmpty();
        Files.createDirectories(home.resolve(".local/share/amp"));
        Files.writeString(home.resolve(".local/share/amp/secrets.json"), "{}");
        assertThat(DRIVER.missingLogin(environment)).isEmpty();
    }

    @Test
    void writtenErrorIsClassifiedByItsWords() {
        Outcome outcome = Recordings.outcome(DRIVER, BEGINNING + """
                {"type":"result","subtype":"error_during_execution","is_error":true,"error":"Out of credits","session_id":"T-1"}
                """, 1);
        assertThat(outcome.failure()).isEqualTo(FailureType.BUDGET);
        assertThat(outcome.message()).isEqualTo("Out of credits");
    }
}
