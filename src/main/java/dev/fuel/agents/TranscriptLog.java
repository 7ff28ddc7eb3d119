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

    /// @param lastBytes how much is read of output that is there already
    /// @param lines     receives the transcript
    /// @param events    told of each event of the output, before its lines come
    /// @throws java.io.UncheckedIOException if the files' sizes cannot be read
    public TranscriptLog(
            Path stdout,
            Path stderr,
            Driver driver,
            long lastBytes,
            Consumer<TranscriptLine> lines,
            Consumer<AgentEvent> events) {
        this.output = AgentLog.lastBytes(stdout, driver.parser(), lastBytes);
        this.errors = AgentLog.lastBytes(stderr, ErrorLines.parser(), LAST_ERROR_BYTES);
        this.lines = lines;
        this.events = events;
    }

    /// Hands on what has been written since the last call. Nothing tells how the two files' lines were mixed;
    /// standard error comes first, as most of it is said at the start, and the answer is to stand at the end.
    ///
    /// @return whether anything had been
    /// @throws java.io.UncheckedIOException if a file exists and cannot be read
    public boolean read() {
        boolean complained = errors.read(this::error);
        boolean said = output.read(this::output);
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
