package dev.fuel.tui.state;

import java.time.Duration;
import java.util.List;

/// Lines of an output, as they come.
///
/// @param skipped how many came before these that are not handed over, as more came than anybody can read
/// @param whole   the line with the number 0 is the first of the run's files
/// @param lag     how long the newest of these lines had been written before it was read
public record OutputBatch(long skipped, List<OutputLine> lines, boolean whole, Duration lag) {
    public OutputBatch {
        lines = List.copyOf(lines);
    }

    /// Lines that came in time, of an output that is known from its beginning.
    public static OutputBatch of(List<OutputLine> lines) {
        return new OutputBatch(0, lines, true, Duration.ZERO);
    }
}
