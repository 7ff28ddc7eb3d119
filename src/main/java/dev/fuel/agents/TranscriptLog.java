package dev.fuel.agents;

import dev.fuel.agents.TranscriptLine.Kind;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Reads what a run has written, its output and its standard error, as one readable transcript; called again, what
/// has come since. When to call again is for the caller to know.
///
/// Owned by one thread.
public final class TranscriptLog {
    /// Of standard error, from before the first reading.
    private static final long LAST_ERROR_BYTES = 64 * 1024;

    private final AgentLog output;
    private final AgentLog errors;
    private final Transcript transcript = new Transcript();
    private final Consumer<TranscriptLine> lines;
    private final Consumer<AgentEvent> events;

    /// How far both files have been read, in bytes; lines begin there.
    public record Cut(long output, long errors) {
        public static final Cut START = new Cut(0, 0);
    }

    /// @param lastBytes how much is read of output that is there already
    /// @param lines     receives the transcript
    /// @param events    told of each event of the output, before its lines come
    /// @throws java.io.UncheckedIOException if the files exist and cannot be read
    public TranscriptLog(
            Path stdout,
            Path stderr,
            Driver driver,
            long lastBytes,
            Consumer<TranscriptLine> lines,
            Consumer<AgentEvent> events) {
        this(stdout, stderr, driver, lastLines(stdout, stderr, lastBytes), lines, events);
    }

    /// @param start where reading begins
    public TranscriptLog(
            Path stdout,
            Path stderr,
            Driver driver,
            Cut start,
            Consumer<TranscriptLine> lines,
            Consumer<AgentEvent> events) {
        this.output = new AgentLog(stdout, driver.parser(), start.output());
        this.errors = new AgentLog(stderr, ErrorLines.parser(), start.errors());
        this.lines = lines;
        this.events = events;
    }

    /// Where the last whole lines of output that is there already begin.
    public static Cut lastLines(Path stdout, Path stderr, long lastBytes) {
        return new Cut(AgentLog.lastLines(stdout, lastBytes), AgentLog.lastLines(stderr, LAST_ERROR_BYTES));
    }

    /// How far has been read.
    public Cut cut() {
        return new Cut(output.position(), errors.position());
    }

    /// Hands on what has been written since the last call. Nothing tells how the two files' lines were mixed;
    /// standard error comes first, as most of it is said at the start, and the answer is to stand at the end.
    ///
    /// @return whether anything had been
    /// @throws java.io.UncheckedIOException if a file exists and cannot be read
    public boolean read() {
        return read(new Cut(Long.MAX_VALUE, Long.MAX_VALUE));
    }

    /// The same, of what stands before the cut.
    public boolean read(Cut until) {
        boolean complained = errors.read(until.errors(), this::error);
        boolean said = output.read(until.output(), this::output);
        return said || complained;
    }

    /// The run has ended: last lines without a line end count too, and the driver draws its conclusions.
    public void end() {
        errors.end(this::error);
        output.end(this::output);
    }

    private void output(AgentEvent event) {
        events.accept(event);
        transcript.add(event).forEach(lines);
    }

    private void error(AgentEvent event) {
        if (event instanceof AgentEvent.Noise(String line, boolean cut) && !line.isBlank()) {
            lines.accept(TranscriptLine.of(Kind.STDERR, line.stripTrailing() + (cut ? "…" : "")));
        }
    }
}
