package dev.fuel.agents.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.Outcome;
import dev.fuel.agents.Recordings;
import dev.fuel.agents.RunReading;
import dev.fuel.domain.run.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaudeRecordingsTest {
    @Test
    void limitTellsWhenItResets() {
        assertThat(outcome("usage-limit-oauth", 1).limitResetsAt()).isEqualTo(Instant.ofEpochSecond(1795373710));
        assertThat(outcome("usage-limit-oauth-midrun", 1).limitResetsAt()).isEqualTo(Instant.ofEpochSecond(1795375489));
        assertThat(outcome("usage-limit-oauth", 1).message())
                .isEqualTo("You've hit your 5-hour limit · resets 6:55pm (UTC)");
        assertThat(outcome("usage-limit", 1).limitResetsAt()).isNull();
    }

    @Test
    void refusedToolIsNamedOnce() {
        assertThat(outcome("accept-edits", 0).deniedTools()).singleElement().satisfies(denied -> {
            assertThat(denied.tool()).isEqualTo("Bash");
            assertThat(denied.message()).contains("require approval").contains("git add -A");
        });
        assertThat(outcome("write", 0).deniedTools()).isEmpty();
    }

    @Test
    void runWithoutAnyEventSaysWhatStandardErrorSaid() {
        assertThat(outcome("empty-stdin", 1).message()).startsWith("exit 1: Error: Input must be provided");
        assertThat(outcome("root-without-is-sandbox", 1).message()).contains("cannot be used with root");
        assertThat(outcome("sigkill-tool", 137).message()).startsWith("ended by SIGKILL");
    }

    @Test
    void costOfAResumedRunIsItsOwnShare() {
        // The program's total_cost_usd is 0.00939 here: both runs of the session.
        assertThat(outcome("resume", 0).usage().costUsd()).isEqualTo(0.0046949999999999995);
    }

    @Test
    void turnsTellWhatWentInWhileItWorksAndTheReportTakesTheirPlace() throws IOException {
        List<Usage> turns = events("write", 1 << 16).stream()
                .filter(AgentEvent.TurnEnded.class::isInstance)
                .map(event -> ((AgentEvent.TurnEnded) event).usage())
                .toList();
        assertThat(turns).hasSize(1).allSatisfy(usage -> {
            assertThat(usage.tokensIn()).isEqualTo(1300);
            assertThat(usage.tokensCached()).isEqualTo(300);
            assertThat(usage.costUsd()).isNull();
        });
        assertThat(outcome("write", 0).consumption().sinceReport()).isEqualTo(Usage.UNKNOWN);
        Outcome cutOff = outcome("sigkill-tool", 137);
        assertThat(cutOff.usage()).isEqualTo(Usage.UNKNOWN);
        assertThat(cutOff.consumption().sinceReport().tokensIn()).isEqualTo(1300);
    }

    @Test
    void toolCallHasItsArgumentOnOneLine() throws IOException {
        assertThat(events("write", 1 << 16))
                .filteredOn(AgentEvent.ToolCall.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    var call = (AgentEvent.ToolCall) event;
                    assertThat(call.name()).isEqualTo("Bash");
                    assertThat(call.argument()).startsWith("printf '%s\\n' 'hi there' > 'hello.txt'");
                });
        assertThat(events("write", 1 << 16))
                .contains(new AgentEvent.ToolResult("toolu_01bb88b7ef812c4d01a061ac3e", true, "7f919a8 Add hello.txt"));
    }

    private static Outcome outcome(String recording, int exitCode) {
        Path stdout = Recordings.claude(recording);
        Path stderr = stdout.resolveSibling(recording + ".stderr.txt");
        return RunReading.read(stdout, stderr, Recordings.claudeDriver(), exitCode, null);
    }

    private static List<AgentEvent> events(String recording, int piece) throws IOException {
        return Recordings.events(Recordings.claudeDriver(), Files.readAllBytes(Recordings.claude(recording)), piece);
    }
}
