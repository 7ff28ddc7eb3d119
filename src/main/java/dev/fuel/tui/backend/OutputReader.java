package dev.fuel.tui.backend;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.Driver;
import dev.fuel.agents.TranscriptLog;
import dev.fuel.process.RunDirectory;
import dev.fuel.tui.state.OutputBatch;
import dev.fuel.tui.state.OutputLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Reads one run's output as it grows, until the run has ended or nobody looks any more. Runs on a thread of its own.
final class OutputReader implements Runnable {
    private static final int BATCH = 500;

    /// What a run is doing is told of at most so often, however fast it prints.
    private static final long TELL_EVERY_MILLIS = 500;

    /// Between two readings. A frame lasts longer; what is written meanwhile is read at once.
    private static final Duration REST = Duration.ofMillis(10);

    private final RunDirectory directory;
    private final OutputTrack track;
    private final TranscriptLog log;
    private final Consumer<OutputBatch> batches;
    private final Runnable changed;
    private final Semaphore signal = new Semaphore(1);
    private final LagMeter meter = new LagMeter();
    private List<OutputLine> batch = new ArrayList<>();
    private long lines;
    private Duration lag = Duration.ZERO;

    /// @param track    where reading begins; told how far it has come
    /// @param activity told of each event
    /// @param changed  told after events, now and then
    OutputReader(
            RunDirectory directory,
            Driver driver,
            OutputTrack track,
            Consumer<OutputBatch> batches,
            Consumer<AgentEvent> activity,
            Runnable changed) {
        this.directory = directory;
        this.track = track;
        this.log = new TranscriptLog(
                directory.stdout(), directory.stderr(), driver, track.start(), new ScreenLines(this::take), activity);
        this.batches = batches;
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
                track.read(lines, log.cut());
                if (ended) {
                    log.end();
                    track.end();
                }
                handOver();
                if (ended) {
                    changed.run();
                    return;
                }
                Thread.sleep(REST);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody looks any more
        }
    }

    private boolean acquired() throws InterruptedException {
        signal.acquire();
        return true;
    }

    private void take(OutputLine line) {
        batch.add(line);
        lines++;
        if (batch.size() >= BATCH) {
            handOver();
        }
    }

    private void handOver() {
        Duration before = lag;
        lag = lag();
        if (!batch.isEmpty() || !before.equals(lag)) {
            boolean whole = track.start().equals(TranscriptLog.Cut.START);
            batches.accept(new OutputBatch(0, batch, whole, lag));
            batch = new ArrayList<>();
        }
    }

    private Duration lag() {
        long now = System.nanoTime();
        if (meter.isDue(now)) {
            meter.wrote(directory.output().stdoutSize(), now);
        }
        return meter.lag(log.cut().output(), now);
    }
}
