package dev.fuel.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The lines of an output that have the words.
///
/// @param lines   the numbers of those that are in memory
/// @param current which of them one is at, counted from 0
/// @param whole   how many lines of the run's file have the words; -1 while they are counted
public record OutputSearch(String words, List<Long> lines, int current, long whole) {
    public static final OutputSearch NONE = new OutputSearch("", List.of(), 0, -1);

    public OutputSearch {
        lines = List.copyOf(lines);
    }

    /// Goes to the last match, which is the newest.
    static OutputSearch in(OutputLog log, String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        List<Long> lines = new ArrayList<>();
        for (long number = log.first(); number < log.end() && !wanted.isBlank(); number++) {
            if (log.line(number).text().toLowerCase(Locale.ROOT).contains(wanted)) {
                lines.add(number);
            }
        }
        return new OutputSearch(words, lines, Math.max(0, lines.size() - 1), -1);
    }

    OutputSearch at(int match) {
        return new OutputSearch(words, lines, match, whole);
    }

    OutputSearch counted(long total) {
        return new OutputSearch(words, lines, current, total);
    }

    /// `match 3/12`, and how many there are in the file where that is more; empty while nothing is looked for.
    public String position() {
        if (words.isBlank()) {
            return "";
        }
        String here = lines.isEmpty()
                ? "no match for \"%s\"".formatted(words)
                : "match %,d/%,d".formatted(current + 1, lines.size());
        return whole > lines.size() ? "%s, %,d in the whole file".formatted(here, whole) : here;
    }
}
