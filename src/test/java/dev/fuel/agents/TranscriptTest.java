package dev.fuel.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.agents.TranscriptLine.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TranscriptTest {
    @TempDir
    Path folder;

    static List<String> programs() throws IOException {
        return Recordings.programs();
    }

    static Stream<RecordedRun> runs() throws IOException {
        return Recordings.programs().stream().flatMap(program -> RecordedRun.of(program).stream());
    }

    /// The texts are in `transcripts/PROGRAM/readable.txt`; `-Dfuel.transcripts.update=true` writes them anew.
    @ParameterizedTest
    @MethodSource("programs")
    void recordedRunsReadLikeThis(String program) throws IOException {
        var text = new StringBuilder();
        for (RecordedRun run : RecordedRun.of(program)) {
            if (List.of("write", "rate-limit", "permission-default", "auth").contains(run.name())) {
                text.append("== ").append(run.name()).append('\n');
                read(run.stdout(), stderr(run), run.driver())
                        .forEach(line -> text.append(line.plain()).append('\n'));
            }
        }
        Path expected = Recordings.resource("transcripts/" + program).resolve("readable.txt");
        if (Boolean.getBoolean("fuel.transcripts.update")) {
            Files.writeString(Path.of("src/test/resources/transcripts", program, "readable.txt"), text);
        } else {
            assertThat(text.toString()).isEqualTo(Files.readString(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyRecordingIsReadableToItsEnd(RecordedRun run) {
        List<TranscriptLine> lines = read(run.stdout(), stderr(run), run.driver());
        Outcome outcome = run.outcome();
        String all = String.join("\n", lines.stream().map(TranscriptLine::plain).toList());
        assertThat(lines.stream().filter(line -> line.kind() == Kind.TOOL))
                .hasSizeGreaterThanOrEqualTo(outcome.toolCalls());
        assertThat(lines).filteredOn(line -> line.kind() == Kind.NOISE).hasSizeGreaterThanOrEqualTo(outcome.noise());
        assertThat(lines).noneMatch(line -> line.text().contains("\n"));
        if (outcome.finalText() != null) {
            assertThat(withoutSpace(all)).contains(withoutSpace(outcome.finalText()));
        }
        if (outcome.sessionId() != null) {
            assertThat(all).contains(outcome.sessionId());
        }
    }

    @Test
    void resultSaysHowItsCallWent() {
        assertThat(plain(
                        call("1", "make"),
                        new AgentEvent.ToolResult("1", true, "made"),
                        call("2", "rm x"),
                        new AgentEvent.ToolResult("2", true, ""),
                        call("3", "make test"),
                        new AgentEvent.ToolResult("3", false, "boom")))
                .containsExactly(
                        "[run] Bash make",
                        "    made",
                        "[run] Bash rm x",
                        "    ok",
                        "[run] Bash make test",
                        "    failed",
                        "    boom");
    }

    @Test
    void resultsOutOfOrderNameTheirCalls() {
        assertThat(plain(
                        call("1", "make"),
                        call("2", "make test"),
                        new AgentEvent.ToolResult("1", true, "made"),
                        new AgentEvent.ToolResult("2", false, "boom")))
                .containsExactly(
                        "[run] Bash make",
                        "[run] Bash make test",
                        "[ok] Bash make",
                        "    made",
                        "[failed] Bash make test",
                        "    boom");
    }

    @Test
    void answerThatWasNoTextBeforeIsTold() {
        assertThat(plain(new AgentEvent.Text("So\nit is."), new AgentEvent.Finished("it  is.", true)))
                .containsExactly("So", "it is.");
        assertThat(plain(new AgentEvent.Text("So it is."), new AgentEvent.Finished("{\"verdict\":\"pass\"}", true)))
                .containsExactly("So it is.", "{\"verdict\":\"pass\"}");
    }

    @Test
    void standardErrorIsToldAndMarked() throws IOException {
        Path stdout = folder.resolve("stdout.log");
        Path stderr = folder.resolve("stderr.log");
        var lines = new ArrayList<String>();
        var log = new TranscriptLog(
                stdout, stderr, Recordings.commandDriver(), 1000, line -> lines.add(line.plain()), _ -> {});
        assertThat(log.read()).isFalse();
        Files.writeString(stdout, "working\n");
        Files.writeString(stderr, "\u001b[33mold node\u001b[0m\n\nhalf a ");
        assertThat(log.read()).isTrue();
        Files.writeString(stderr, "line", StandardOpenOption.APPEND);
        assertThat(log.read()).isTrue();
        log.end();
        assertThat(lines).containsExactly("working", "stderr: old node", "stderr: half a line");
    }

    @Test
    void longOutputIsFolded() {
        assertThat(new Transcript().add(new AgentEvent.ToolResult("x", true, "1\n2\n3\n4\n5\n6\n7\n")))
                .extracting(TranscriptLine::text)
                .containsExactly("1", "2", "3", "4", "5", "…");
    }

    @Test
    void lineOutOfProportionIsBroken() {
        assertThat(new Transcript().add(new AgentEvent.Text("x".repeat(9000))))
                .extracting(line -> line.text().length())
                .containsExactly(4000, 4000, 1000);
    }

    private static AgentEvent.ToolCall call(String id, String argument) {
        return new AgentEvent.ToolCall(id, "Bash", argument, ToolState.RUNNING);
    }

    private static List<String> plain(AgentEvent... events) {
        var transcript = new Transcript();
        return Stream.of(events)
                .flatMap(event -> transcript.add(event).stream())
                .map(TranscriptLine::plain)
                .toList();
    }

    private static List<TranscriptLine> read(Path stdout, Path stderr, Driver driver) {
        var lines = new ArrayList<TranscriptLine>();
        var log = new TranscriptLog(stdout, stderr, driver, 1 << 24, lines::add, _ -> {});
        log.read();
        log.end();
        return lines;
    }

    private static Path stderr(RecordedRun run) {
        return run.stdout().resolveSibling(run.name() + ".stderr.txt");
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }
}
