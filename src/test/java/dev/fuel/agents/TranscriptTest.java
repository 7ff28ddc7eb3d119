package dev.fuel.agents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    @Test
    void recordedRunReadsLikeThis() throws IOException {
        assertThat(plain("write"))
                .containsExactly(
                        "- session 4a1d0fb4-a128-46fc-b382-37e6128f1ff0, claude-sonnet-4-5",
                        "stub: running a command",
                        "[ok] Bash printf '%s\\n' 'hi there' > 'hello.txt' && git add -A && git commit -q -m 'Add hello.txt' "
                                + "&& git log --oneline -1",
                        "    7f919a8 Add hello.txt",
                        "stub: done, committed hello.txt",
                        "- tokens in 2600, cached 600, out 84, $0.0094");
    }

    @Test
    void refusedCallIsMarkedSo() throws IOException {
        assertThat(plain("accept-edits"))
                .anyMatch(line -> line.startsWith("[denied] Bash printf"))
                .anyMatch(line -> line.startsWith("! denied: Bash: This Bash command"));
    }

    @Test
    void limitAndRetriesAreTold() throws IOException {
        assertThat(plain("usage-limit-oauth"))
                .contains("! usage limit reached (five_hour), resets 2026-11-22T18:55:10Z");
        assertThat(plain("rate-limit-recovers")).contains("- retry 1 of 10: rate_limit (429)");
        assertThat(plain("auth")).contains("! auth: Invalid API key · Fix external API key");
    }

    @Test
    void longOutputIsFolded() {
        var transcript = new Transcript(100);
        transcript.add(new AgentEvent.ToolResult("x", true, "1\n2\n3\n4\n5\n6\n7\n"));
        assertThat(transcript.lines()).extracting(TranscriptLine::text).containsExactly("1", "2", "3", "4", "5", "…");
    }

    @Test
    void oldLinesAreDroppedAndLateResultsOfDroppedCallsAreHarmless() {
        var transcript = new Transcript(10);
        transcript.add(new AgentEvent.ToolCall("old", "Bash", "make", ToolState.RUNNING));
        for (int i = 0; i < 1000; i++) {
            transcript.add(new AgentEvent.Text("line " + i));
        }
        transcript.add(new AgentEvent.ToolCall("new", "Bash", "make test", ToolState.RUNNING));
        transcript.add(new AgentEvent.ToolResult("old", true, ""));
        transcript.add(new AgentEvent.ToolResult("new", false, "boom"));
        assertThat(transcript.lines()).hasSizeLessThanOrEqualTo(20);
        assertThat(transcript.dropped() + transcript.lines().size()).isEqualTo(1003);
        assertThat(transcript.last(2))
                .extracting(TranscriptLine::plain)
                .containsExactly("[failed] Bash make test", "    boom");
        assertThat(transcript.toolCalls()).isEqualTo(2);
    }

    @Test
    void lineOutOfProportionIsBroken() {
        List<TranscriptLine> lines = TranscriptLines.of(new AgentEvent.Text("x".repeat(9000)));
        assertThat(lines).extracting(line -> line.text().length()).containsExactly(4000, 4000, 1000);
    }

    private static List<String> plain(String recording) throws IOException {
        var transcript = new Transcript(1000);
        byte[] bytes = Files.readAllBytes(Recordings.claude(recording));
        Recordings.events(Recordings.claudeDriver(), bytes, 500).forEach(transcript::add);
        return transcript.lines().stream().map(TranscriptLine::plain).toList();
    }
}
