package dev.fuel.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The lines of an output that have the words.
///
/// @param lines   the numbers of the last ones, up to {@link OutputMatches#MOST}
/// @param current which of them one is at, counted from 0
/// @param before  how many there are before the first of these; -1 while the file is being searched
public record OutputSearch(String words, List<Long> lines, int current, long before) {
    public static final OutputSearch NONE = new OutputSearch("", List.of(), 0, 0);

    private static final long NO_LINE = Long.MIN_VALUE;

    public OutputSearch {
        lines = List.copyOf(lines);
    }

    /// What is in memory at the end of the output; goes to the last match, which is the newest.
    static OutputSearch in(OutputText text, String words) {
        List<Long> lines = matches(text, text.tail().first(), words);
        return new OutputSearch(words, lines, Math.max(0, lines.size() - 1), words.isBlank() ? 0 : -1);
    }

    private static List<Long> matches(OutputText text, long from, String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        List<Long> lines = new ArrayList<>();
        for (long number = from; number < text.end() && !wanted.isBlank(); number++) {
            if (isIn(text.line(number).text(), wanted)) {
                lines.add(number);
            }
        }
        return lines;
    }

    /// Whether the line has the words, which are in lower case.
    public static boolean isIn(String line, String wanted) {
        return line.toLowerCase(Locale.ROOT).contains(wanted);
    }

    OutputSearch at(int match) {
        return new OutputSearch(words, lines, match, before);
    }

    /// The number of the line that one is at; less than any line's without a match.
    long line() {
        return lines.isEmpty() ? NO_LINE : lines.get(current);
    }

    /// New lines came.
    ///
    /// @param from where they begin
    OutputSearch grown(OutputText text, long from) {
        if (words.isBlank()) {
            return this;
        }
        List<Long> fresh = matches(text, Math.max(from, text.tail().first()), words);
        return fresh.isEmpty() ? this : of(joined(lines, fresh), line(), before);
    }

    /// The whole file was searched; lines that came since are known from memory.
    OutputSearch whole(OutputMatches found) {
        List<Long> since =
                lines.stream().filter(number -> number >= found.until()).toList();
        long missing = found.total() - found.lines().size();
        return of(joined(found.lines(), since), line(), missing);
    }

    private static List<Long> joined(List<Long> earlier, List<Long> later) {
        List<Long> all = new ArrayList<>(earlier);
        all.addAll(later);
        return all;
    }

    private OutputSearch of(List<Long> all, long line, long counted) {
        int surplus = Math.max(0, all.size() - OutputMatches.MOST);
        List<Long> last = all.subList(surplus, all.size());
        int found = last.indexOf(line);
        return new OutputSearch(
                words,
                last,
                found < 0 ? Math.max(0, last.size() - 1) : found,
                counted < 0 ? counted : counted + surplus);
    }

    /// `match 3/12`; empty while nothing is looked for.
    public String position() {
        if (words.isBlank()) {
            return "";
        }
        if (lines.isEmpty()) {
            return before < 0 ? "searching ..." : "no match for \"%s\"".formatted(words);
        }
        return before < 0
                ? "match %,d/%,d ...".formatted(current + 1, lines.size())
                : "match %,d/%,d".formatted(before + current + 1, before + lines.size());
    }
}
