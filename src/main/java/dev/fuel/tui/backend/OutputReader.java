package dev.fuel.tui.backend;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.Driver;
import dev.fuel.agents.ToolState;
import dev.fuel.agents.TranscriptLine;
import dev.fuel.agents.TranscriptLog;
import dev.fuel.process.RunDirectory;
import dev.fuel.tui.state.OutputLine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads one run's output as it grows, until the run has ended or nobody looks any more. Runs on a thread of its own.
final class OutputReader implements Runnable {
    private static final int BATCH = 500;

    /// What a run is doing is told of at most so often, however fast it prints.
    private static final long TELL_EVERY_MILLIS = 500;

    private final RunDirectory directory;
    private final TranscriptLog log;
    private final Consumer<List<OutputLine>> lines;
    private final Runnable changed;
    private final Semaphore signal = new Semaphore(1);
    private List<OutputLine> batch = new ArrayList<>();
    private boolean failed;

    /// @param mostBytes how much is read of what is there already
    /// @param activity told of each event
    /// @param changed  told after events, now and then
    OutputReader(
            RunDirectory directory,
            Driver driver,
            long mostBytes,
            Consumer<List<OutputLine>> lines,
            Consumer<AgentEvent> activity,
            Runnable changed) {
        this.directory = directory;
        this.log = new TranscriptLog(directory.stdout(), directory.stderr(), driver, mostBytes, this::take, activity);
        this.lines = lines;
        this.changed = changed;
    }

    /// The files may have changed.
    void look() {
        signal.release();
    }

    @Override
    public void run() {
        boolean untold = false;
        try {
            while (true) {
                boolean woken = untold ? signal.tryAcquire(TELL_EVERY_MILLIS, TimeUnit.MILLISECONDS) : acquired();
                if (!woken) {
                    changed.run();
                    untold = false;
                    continue;
                }
                int _ = signal.drainPermits();
                boolean ended = directory.ended().isPresent();
                untold |= log.read();
                if (ended) {
                    log.end();
                }
                handOver();
                if (ended) {
                    changed.run();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody looks any more
        }
    }

    private boolean acquired() throws InterruptedException {
        signal.acquire();
        return true;
    }

    private void take(TranscriptLine line) {
        batch.add(outputLine(line));
        if (batch.size() >= BATCH) {
            handOver();
        }
    }

    private void handOver() {
        if (!batch.isEmpty()) {
            lines.accept(List.copyOf(batch));
            batch = new ArrayList<>();
        }
    }

    /// Only the first line of a result says whether the call failed; the lines below it go with it.
    private OutputLine outputLine(TranscriptLine line) {
        if (line.kind() == TranscriptLine.Kind.TOOL || line.state() != null) {
            failed = line.state() == ToolState.FAILED || line.state() == ToolState.DENIED;
        }
        OutputLine.Kind kind = switch (line.kind()) {
            case TEXT -> OutputLine.Kind.TEXT;
            case THINKING -> OutputLine.Kind.THOUGHT;
            case TOOL -> call(line.state());
            case OUTPUT -> failed ? OutputLine.Kind.FAILED_RESULT : OutputLine.Kind.RESULT;
            case NOTICE, NOISE, STDERR -> OutputLine.Kind.NOTE;
            case ERROR -> OutputLine.Kind.ERROR;
        };
        return new OutputLine(kind, kind.isCall() ? line.tool() + " " + line.text() : line.plain());
    }

    private static OutputLine.Kind call(@Nullable ToolState state) {
        return switch (state) {
            case FAILED, DENIED -> OutputLine.Kind.TOOL_FAILED;
            case DONE -> OutputLine.Kind.TOOL_PASSED;
            case RUNNING -> OutputLine.Kind.TOOL;
            case null -> OutputLine.Kind.TOOL;
        };
    }
}
