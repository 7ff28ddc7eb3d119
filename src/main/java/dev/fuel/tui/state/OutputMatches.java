package dev.fuel.tui.state;

import java.util.List;

/// The lines of a whole output that have the words.
///
/// @param lines the numbers of the last ones, up to {@link #MOST}
/// @param total how many there are
/// @param until where the search ended: one more than the number of the last line that was looked at
public record OutputMatches(String words, List<Long> lines, long total, long until) {
    /// Nobody steps through more.
    public static final int MOST = 10_000;

    public OutputMatches {
        lines = List.copyOf(lines);
    }
}
