package dev.fuel.tui.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.agents.Driver;
import dev.fuel.agents.Drivers;
import dev.fuel.agents.TranscriptLog;
import dev.fuel.process.RunDirectory;
import dev.fuel.tui.state.OutputBatch;
import dev.fuel.tui.state.OutputLine;
import dev.fuel.tui.state.OutputMatches;
import dev.fuel.tui.state.OutputPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is read again from a run's files has the numbers that it had when it was read first.
@Timeout(60)
class OutputHistoryTest {
    private static final Driver DRIVER = Drivers.plain();

    @TempDir
    private Path folder;

    private final BlockingQueue<OutputBatch> batches = new LinkedBlockingQueue<>();
    private final List<String> heard = new ArrayList<>();
    private final List<Thread> readers = new ArrayList<>();

    @AfterEach
    void endReading() {
        readers.forEach(Thread::interrupt);
    }

    @Test
    void allIsReadAgainAsItWasReadFirst() throws Exception {
        write("stdout.log", lines("said", 0, 3_000));
        OutputTrack track = new OutputTrack(TranscriptLog.Cut.START);
        OutputReader reader = start(track);
        hear(3_000);
        write("stderr.log", lines("complained", 0, 2));
        reader.look();
        hear(3_002);
        write("stdout.log", lines("said", 3_000, 4_000));
        reader.look();
        hear(4_002);

        OutputPage page = history(track).page(0, 10_000);

        assertThat(texts(page)).containsExactlyElementsOf(heard);
        assertThat(page.start()).isZero();
        assertThat(history(track).page(2_999, 3).lines().first()).isEqualTo(2_999);
        assertThat(texts(history(track).page(2_999, 3)))
                .containsExactly("said 2999", "stderr: complained 0", "stderr: complained 1");
    }

    @Test
    void whatStandsBeforeTheFirstLineThatWasReadHasNumbersBelowZero() throws Exception {
        write("stdout.log", lines("said", 0, 3_000));
        write("stderr.log", lines("complained", 0, 3));
        OutputTrack track = tail(1_000);
        start(track);
        hear(1);
        OutputHistory history = history(track);
        int before = 3_000 - Integer.parseInt(heard.get(3).substring(5));

        OutputPage page = history.page(Long.MIN_VALUE, 4);

        assertThat(texts(page)).containsExactly("said 0", "said 1", "said 2", "said 3");
        assertThat(page.start()).isEqualTo(page.lines().first()).isEqualTo(before - 3_000);
        assertThat(texts(history.page(-1, 2))).containsExactly("said " + (3_000 - before - 1), "stderr: complained 0");
    }

    @Test
    void wordsAreFoundInTheWholeFile() throws Exception {
        write("stdout.log", lines("said", 0, 30_000));
        OutputTrack track = tail(10_000);
        start(track);
        hear(1);

        OutputMatches matches = history(track).search("SAID 29");

        assertThat(matches.total()).isEqualTo(1 + 10 + 100 + 1_000);
        assertThat(matches.lines().getLast()).isEqualTo(matches.until() - 1);
        assertThat(texts(history(track).page(matches.lines().getFirst(), 1))).containsExactly("said 29");
    }

    @Test
    void aLineThatEndsTheRunWithoutALineEndIsThereToo() throws Exception {
        write("stdout.log", "one\ntwo");
        write("exit", "0\n");
        OutputTrack track = new OutputTrack(TranscriptLog.Cut.START);
        start(track);
        hear(2);

        assertThat(texts(history(track).page(0, 5))).containsExactly("one", "two");
    }

    @Test
    void readingThatFallsBehindIsTold() {
        LagMeter meter = new LagMeter();
        meter.wrote(100, 0);
        meter.wrote(200, seconds(1));
        meter.wrote(300, seconds(3));

        assertThat(meter.lag(50, seconds(3))).hasSeconds(3);
        assertThat(meter.lag(150, seconds(4))).hasSeconds(3);
        assertThat(meter.lag(300, seconds(4))).isZero();
    }

    private static long seconds(int count) {
        return TimeUnit.SECONDS.toNanos(count);
    }

    private OutputTrack tail(long bytes) {
        RunDirectory directory = new RunDirectory(folder);
        return new OutputTrack(TranscriptLog.lastLines(directory.stdout(), directory.stderr(), bytes));
    }

    private OutputReader start(OutputTrack track) {
        OutputReader reader =
                new OutputReader(new RunDirectory(folder), DRIVER, track, batches::add, _ -> {}, () -> {});
        readers.add(Thread.ofVirtual().start(reader));
        return reader;
    }

    /// Lines are handed over before it is noted how far the files were read: the history waits for the note.
    private OutputHistory history(OutputTrack track) throws IOException {
        while (!isNoted(track)) {
            Thread.onSpinWait();
        }
        return new OutputHistory(new RunDirectory(folder), DRIVER, track);
    }

    private boolean isNoted(OutputTrack track) throws IOException {
        OutputTrack.Reading reading = track.reading();
        TranscriptLog.Cut all = new TranscriptLog.Cut(size("stdout.log"), size("stderr.log"));
        return reading.ended()
                || (!reading.cuts().isEmpty() && reading.cuts().getLast().equals(all));
    }

    private long size(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /// Waits until so many lines were handed over in all.
    private void hear(int count) throws InterruptedException {
        while (heard.size() < count) {
            OutputBatch batch = batches.poll(30, TimeUnit.SECONDS);
            assertThat(batch).as("after %d lines", heard.size()).isNotNull();
            batch.lines().forEach(line -> heard.add(line.text()));
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, UTF_8, CREATE, APPEND);
    }

    private static String lines(String word, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> word + " " + number + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> texts(OutputPage page) {
        return page.lines().lines().stream().map(OutputLine::text).toList();
    }
}
