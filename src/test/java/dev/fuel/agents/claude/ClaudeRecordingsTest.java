package dev.fuel.agents.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.ErrorOutput;
import dev.fuel.agents.Outcome;
import dev.fuel.agents.Recordings;
import dev.fuel.agents.RunReading;
import dev.fuel.domain.run.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClaudeRecordingsTest {
    private static final int EVERY_BYTE_BELOW = 3000;

    /// One line of `expected.txt`.
    record Row(List<String> cells) {
        String cell(int index) {
            return cells.get(index);
        }

        @Override
        public String toString() {
            return cell(0);
        }
    }

    static Stream<Row> rows() throws IOException {
        Path table = Recordings.resource("transcripts/claude/expected.txt");
        return Files.readAllLines(table).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> new Row(
                        Stream.of(line.split("\\|", -1)).map(String::strip).toList()));
    }

    static List<String> recordings() throws IOException {
        return Recordings.claudeNames();
    }

    @Test
    void everyRecordingHasItsRow() throws IOException {
        assertThat(rows().map(Row::toString)).containsExactlyInAnyOrderElementsOf(recordings());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void recordingIsReadExactly(Row row) {
        Outcome outcome = outcome(row.cell(0), Integer.parseInt(row.cell(1)));

        assertThat(word(outcome.sessionId())).as("session").isEqualTo(row.cell(2));
        assertThat(word(outcome.model())).as("model").isEqualTo(row.cell(3));
        assertThat(word(outcome.usage().tokensIn())).as("tokens in").isEqualTo(row.cell(4));
        assertThat(word(outcome.usage().tokensOut())).as("tokens out").isEqualTo(row.cell(5));
        assertThat(word(outcome.usage().tokensCached())).as("tokens cached").isEqualTo(row.cell(6));
        assertThat(word(outcome.usage().costUsd())).as("cost").isEqualTo(row.cell(7));
        assertThat(word(outcome.usage().turns())).as("turns").isEqualTo(row.cell(8));
        assertThat(word(outcome.toolCalls())).as("tool calls").isEqualTo(row.cell(9));
        String word = outcome.failure() == null
                ? outcome.status().word()
                : outcome.failure().word();
        assertThat(word).as("outcome: " + outcome.message()).isEqualTo(row.cell(10));
        assertThat(word(outcome.finalText())).as("final text").isEqualTo(row.cell(11));
        assertThat(outcome.noise()).as("noise").isZero();
        assertThat(outcome.answered()).isEqualTo(outcome.status() == RunStatus.COMPLETED);
        assertThat(outcome.message() == null).isEqualTo(outcome.isCompleted());
    }

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

    @ParameterizedTest
    @MethodSource("recordings")
    void piecesOfAnySizeGiveTheSameEvents(String recording) throws IOException {
        List<AgentEvent> whole = events(recording, 1 << 20);
        for (int piece : new int[] {1, 7, 1000, 4096}) {
            assertThat(events(recording, piece)).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void streamThatIsCutAnywhereIsReadWithoutAnException(String recording) throws IOException {
        byte[] bytes = Files.readAllBytes(Recordings.claude(recording));
        long seed = new Random().nextLong();
        var random = new Random(seed);
        int cuts = bytes.length < EVERY_BYTE_BELOW ? bytes.length : 200;
        for (int i = 0; i < cuts; i++) {
            int end = cuts == bytes.length ? i : random.nextInt(bytes.length + 1);
            var reading = new RunReading(Recordings.claudeDriver());
            Recordings.events(Recordings.claudeDriver(), Arrays.copyOf(bytes, end), 1 << 16)
                    .forEach(reading::accept);
            Outcome outcome = reading.outcome(137, null, ErrorOutput.NONE);
            assertThat(outcome.status()).as("cut at %d, seed %d", end, seed).isEqualTo(RunStatus.FAILED);
        }
    }

    private static Outcome outcome(String recording, int exitCode) {
        Path stdout = Recordings.claude(recording);
        Path stderr = stdout.resolveSibling(recording + ".stderr.txt");
        return RunReading.read(stdout, stderr, Recordings.claudeDriver(), exitCode, null);
    }

    private static List<AgentEvent> events(String recording, int piece) throws IOException {
        return Recordings.events(Recordings.claudeDriver(), Files.readAllBytes(Recordings.claude(recording)), piece);
    }

    private static String word(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
