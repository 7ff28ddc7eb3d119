package dev.fuel.agents;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every recorded run of every agent program against the table `transcripts/PROGRAM/expected.txt`, one line each.
class RecordingsTest {
    /// Shorter recordings are cut at every byte, longer ones at random places.
    private static final int EVERY_BYTE_BELOW = 2000;

    private static final int RANDOM_CUTS = 200;

    static Stream<RecordedRun> runs() throws IOException {
        return Recordings.programs().stream().flatMap(program -> RecordedRun.of(program).stream());
    }

    @Test
    void everyRecordingHasItsLine() throws IOException {
        for (String program : Recordings.programs()) {
            assertThat(RecordedRun.of(program).stream().map(RecordedRun::name))
                    .as(program)
                    .containsExactlyInAnyOrderElementsOf(Recordings.names(program));
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void recordingIsReadExactly(RecordedRun run) {
        Outcome outcome = run.outcome();

        assertThat(word(outcome.sessionId())).as("session").isEqualTo(run.cell("session"));
        assertThat(word(outcome.model())).as("model").isEqualTo(run.cell("model"));
        assertThat(word(outcome.usage().tokensIn())).as("tokens in").isEqualTo(run.cell("in"));
        assertThat(word(outcome.usage().tokensOut())).as("tokens out").isEqualTo(run.cell("out"));
        assertThat(word(outcome.usage().tokensCached())).as("tokens cached").isEqualTo(run.cell("cached"));
        assertThat(word(outcome.usage().costUsd())).as("cost").isEqualTo(run.cell("cost"));
        assertThat(word(outcome.usage().turns())).as("turns").isEqualTo(run.cell("turns"));
        assertThat(tools(run)).as("tools").isEqualTo(run.cell("tools"));
        assertThat(Integer.toString(outcome.noise())).as("noise").isEqualTo(run.cell("noise"));
        String word = outcome.failure() == null
                ? outcome.status().word()
                : outcome.failure().word();
        assertThat(word).as("outcome: " + outcome.message()).isEqualTo(run.cell("outcome"));
        assertThat(word(outcome.limitResetsAt())).as("resets").isEqualTo(run.cell("resets"));
        assertThat(word(outcome.finalText())).as("final text").isEqualTo(run.cell("final text"));
        assertThat(outcome.message() == null).isEqualTo(outcome.isCompleted());
        assertThat(outcome.toolCalls())
                .isEqualTo(tools(run).isEmpty() ? 0 : tools(run).split(" ").length);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void onlySessionsThatCannotGoOnAreLost(RecordedRun run) {
        // The other programs make a full session shorter when it goes on.
        boolean isFull = run.program().equals("codex") && run.name().equals("context-overflow");
        assertThat(run.outcome().sessionLost()).isEqualTo(isFull || run.name().equals("unknown-session"));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void piecesOfAnySizeGiveTheSameEvents(RecordedRun run) throws IOException {
        List<AgentEvent> whole = run.events();
        byte[] bytes = Files.readAllBytes(run.stdout());
        for (int piece : new int[] {1, 7, 1000, 4096}) {
            assertThat(Recordings.events(run.driver(), bytes, piece)).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void streamThatIsCutAnywhereIsAFailureAtWorst(RecordedRun run) throws IOException {
        byte[] bytes = Files.readAllBytes(run.stdout());
        long seed = new Random().nextLong();
        var random = new Random(seed);
        Driver driver = run.driver();
        boolean everyByte = bytes.length < EVERY_BYTE_BELOW;
        for (int cut = 0; cut < (everyByte ? bytes.length : RANDOM_CUTS); cut++) {
            int end = everyByte ? cut : random.nextInt(bytes.length + 1);
            var reading = new RunReading(driver);
            Recordings.events(driver, Arrays.copyOf(bytes, end), 1 << 16).forEach(reading::accept);
            Outcome outcome = reading.outcome(137, null, ErrorOutput.NONE);
            assertThat(outcome.isCompleted())
                    .as("cut at %d, seed %d", end, seed)
                    .isFalse();
        }
    }

    private static String tools(RecordedRun run) {
        return run.events().stream()
                .filter(AgentEvent.ToolCall.class::isInstance)
                .map(event -> ((AgentEvent.ToolCall) event).name())
                .collect(joining(" "));
    }

    private static String word(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
