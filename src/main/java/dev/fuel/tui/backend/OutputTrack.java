package dev.fuel.tui.backend;

import dev.fuel.agents.TranscriptLog;
import java.util.ArrayList;
import java.util.List;

/// In which order the stretches of a run's two files were read, so that reading them again gives each line the same
/// number.
///
/// Thread-safe: one thread reads and marks, others read again.
final class OutputTrack {
    /// Nothing tells how the lines of the two files were mixed; within so many lines any order is as good.
    private static final int LINES_BETWEEN = 1_000;

    private final TranscriptLog.Cut start;
    private final List<TranscriptLog.Cut> cuts = new ArrayList<>();

    /// How many lines had been read where the last stretch began, and where it ends.
    private long begun;

    private long read;
    private boolean ended;

    /// @param start where reading began; what stands before it has numbers below 0
    OutputTrack(TranscriptLog.Cut start) {
        this.start = start;
    }

    TranscriptLog.Cut start() {
        return start;
    }

    /// @param lines how many have been read
    /// @param cut   how far the files have been read
    synchronized void read(long lines, TranscriptLog.Cut cut) {
        if (!cuts.isEmpty() && read - begun < LINES_BETWEEN) {
            cuts.removeLast();
        } else {
            begun = read;
        }
        cuts.add(cut);
        read = lines;
    }

    /// Last lines without a line end were taken too.
    synchronized void end() {
        ended = true;
    }

    /// What has been read, and in which stretches.
    synchronized Reading reading() {
        return new Reading(List.copyOf(cuts), ended);
    }

    /// @param cuts  where the stretches end
    /// @param ended the run is over, and all of its output was read
    record Reading(List<TranscriptLog.Cut> cuts, boolean ended) {}
}
