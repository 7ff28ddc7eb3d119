package dev.fuel.tui.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Consecutive lines of a run's output, numbered for ever.
///
/// @param first the number of the first of them
public record OutputLog(long first, List<OutputLine> lines) {
    /// So many last lines are kept; the others stay in the run's file.
    public static final int CAPACITY = 10_000;

    /// Long lines are kept as far as they come to no more than this, in characters.
    public static final int MOST_CHARACTERS = 4 << 20;

    public static final OutputLog EMPTY = new OutputLog(0, List.of());

    /// One more than the number of the last line.
    public long end() {
        return first + lines.size();
    }

    boolean has(long number) {
        return number >= first && number < end();
    }

    public OutputLine line(long number) {
        return lines.get(Math.toIntExact(number - first));
    }

    /// The lines of those numbers that are here.
    OutputLog slice(long from, long to) {
        long begin = Math.clamp(from, first, end());
        int size = Math.toIntExact(Math.clamp(to, begin, end()) - begin);
        int at = Math.toIntExact(begin - first);
        return new OutputLog(begin, List.copyOf(lines.subList(at, at + size)));
    }

    /// @param skipped how many lines are missing in between; if any, those before them are forgotten
    OutputLog append(long skipped, List<OutputLine> more) {
        List<OutputLine> before = skipped > 0 ? List.of() : lines;
        long begin = skipped > 0 ? end() + skipped : first;
        int surplus = surplus(before, more);
        List<OutputLine> all = new ArrayList<>(before.size() + more.size() - surplus);
        all.addAll(before.subList(Math.min(surplus, before.size()), before.size()));
        all.addAll(more.subList(Math.max(0, surplus - before.size()), more.size()));
        return new OutputLog(begin + surplus, Collections.unmodifiableList(all));
    }

    private static int surplus(List<OutputLine> before, List<OutputLine> more) {
        int kept = 0;
        long characters = 0;
        int all = before.size() + more.size();
        while (kept < Math.min(all, CAPACITY)) {
            int at = all - kept - 1;
            characters += (at < before.size() ? before.get(at) : more.get(at - before.size()))
                    .text()
                    .length();
            if (characters > MOST_CHARACTERS) {
                break;
            }
            kept++;
        }
        return all - Math.max(kept, Math.min(all, 1));
    }
}
