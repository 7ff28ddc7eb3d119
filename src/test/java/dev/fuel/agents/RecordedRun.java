package dev.fuel.agents;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fuel.config.Autonomy;
import dev.fuel.config.PromptDelivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A recorded run of a real program and the line of `expected.txt` that says how it is to be read.
///
/// @param columns the names in the table's head, a line that begins with `#`
/// @param cells   of the run's line
record RecordedRun(String program, List<String> columns, List<String> cells) {
    /// Within the minutes in which the recordings were made: what their words about times are relative to.
    static final Instant RECORDED = Instant.parse("2026-11-22T17:34:00Z");

    /// The lines of a program's table.
    static List<RecordedRun> of(String program) {
        try {
            List<String> lines = Files.readAllLines(Recordings.resource("transcripts/" + program + "/expected.txt"));
            List<String> columns = cells(lines.getFirst().substring(1));
            return lines.stream()
                    .skip(1)
                    .map(line -> new RecordedRun(program, columns, cells(line)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return cell("recording");
    }

    String cell(String column) {
        return cells.get(columns.indexOf(column));
    }

    Path stdout() {
        return Recordings.resource("transcripts/" + program).resolve(name() + ".stdout.jsonl");
    }

    Driver driver() {
        return Drivers.of(
                Recordings.agent(program, List.of(), PromptDelivery.STDIN, Autonomy.FULL), Map.of(), false);
    }

    List<AgentEvent> events() {
        try {
            return Recordings.events(driver(), Files.readAllBytes(stdout()), 1 << 20);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outcome outcome() {
        var reading = new RunReading(driver());
        events().forEach(reading::accept);
        reading.lastSign(RECORDED);
        return reading.outcome(Integer.valueOf(cell("exit")), null, errorOutput());
    }

    private ErrorOutput errorOutput() {
        Path file = stdout().resolveSibling(name() + ".stderr.txt");
        try {
            return Files.exists(file) ? ErrorOutput.of(Files.readString(file, UTF_8)) : ErrorOutput.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split("\\|", -1)).map(String::strip).toList();
    }

    @Override
    public String toString() {
        return program + " " + name();
    }
}
