package dev.fuel.tui.backend;

import java.time.Duration;
import java.util.ArrayDeque;

/// How long what is read now has been written, told from how large the file was when.
///
/// Owned by one thread.
final class LagMeter {
    private static final long SAMPLE_EVERY_NANOS = 100_000_000;

    /// Of more than so many the oldest are kept, as they decide.
    private static final int MOST_SAMPLES = 600;

    private final ArrayDeque<Sample> samples = new ArrayDeque<>();

    private record Sample(long size, long nanos) {}

    /// Whether it is time to look at the file's size.
    boolean isDue(long nanos) {
        return samples.isEmpty() || nanos - samples.getLast().nanos() >= SAMPLE_EVERY_NANOS;
    }

    void wrote(long size, long nanos) {
        if (samples.size() < MOST_SAMPLES) {
            samples.add(new Sample(size, nanos));
        }
    }

    /// @param position how far the file has been read
    Duration lag(long position, long nanos) {
        while (!samples.isEmpty() && samples.getFirst().size() <= position) {
            samples.removeFirst();
        }
        return samples.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(nanos - samples.getFirst().nanos());
    }
}
