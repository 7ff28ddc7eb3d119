package dev.fuel.tui.state;

import java.util.ArrayList;
import java.util.List;

/// The last lines of a run's output. Lines are numbered from 0 for ever; the oldest are forgotten here and stay in the
/// run's file.
///
/// @param first the number of the oldest line still here
public record OutputLog(long first, List<OutputLine> lines) {
    public static final int CAPACITY = 10_000;
    public static final OutputLog EMPTY = new OutputLog(0, List.of());

    /// One more than the number of the last line.
    public long end() {
        return first + lines.size();
    }

    public OutputLine line(long number) {
        return lines.get(Math.toIntExact(number - first));
    }

    OutputLog append(List<OutputLine> more) {
        List<OutputLine> all = new ArrayList<>(Math.min(CAPACITY, lines.size() + more.size()));
        int surplus = Math.max(0, lines.size() + more.size() - CAPACITY);
        all.addAll(lines.subList(Math.min(surplus, lines.size()), lines.size()));
        all.addAll(more.subList(Math.max(0, surplus - lines.size()), more.size()));
        return new OutputLog(first + surplus, List.copyOf(all));
    }
}
