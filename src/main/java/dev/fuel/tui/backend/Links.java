package dev.fuel.tui.backend;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The links in what tasks, epics and agents say.
final class Links {
    /// More of them are not worth a line of a menu each.
    private static final int MOST = 3;

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"'`|\\p{Cntrl}]+");
    private static final Pattern PUNCTUATION = Pattern.compile("[.,;:!?)\\]}*_]+$");

    private Links() {}

    /// The first ones, without the punctuation of the sentence around them.
    static List<String> in(List<String> lines) {
        return lines.stream()
                .flatMap(line -> LINK.matcher(line).results())
                .map(MatchResult::group)
                .map(link -> PUNCTUATION.matcher(link).replaceFirst(""))
                .distinct()
                .limit(MOST)
                .toList();
    }
}
