package dev.fuel.tui.state;

import dev.fuel.tui.difference.Hunk;
import dev.fuel.tui.difference.Patch;
import dev.fuel.tui.difference.PatchLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The lines of a difference, in all its files, that have the words.
///
/// @param current the match that one is at, counted from 0
public record PatchSearch(String words, List<Match> matches, int current) {
    public static final PatchSearch NONE = new PatchSearch("", List.of(), 0);

    /// @param file its place among the files
    public record Match(int file, PatchLine line) {}

    public PatchSearch {
        matches = List.copyOf(matches);
    }

    static PatchSearch in(Patch patch, String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        List<Match> matches = new ArrayList<>();
        for (int file = 0; file < patch.files().size() && !wanted.isBlank(); file++) {
            for (Hunk hunk : patch.files().get(file).hunks()) {
                for (PatchLine line : hunk.lines()) {
                    if (line.text().toLowerCase(Locale.ROOT).contains(wanted)) {
                        matches.add(new Match(file, line));
                    }
                }
            }
        }
        return new PatchSearch(words, matches, 0);
    }

    PatchSearch at(int match) {
        return new PatchSearch(words, matches, match);
    }

    /// `match 3/12`, or nothing while nothing is searched for.
    public String position() {
        if (words.isBlank()) {
            return "";
        }
        return matches.isEmpty()
                ? "no match for \"%s\"".formatted(words)
                : "match %,d/%,d".formatted(current + 1, matches.size());
    }
}
