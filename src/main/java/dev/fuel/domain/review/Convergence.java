package dev.fuel.domain.review;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether rounds of review come nearer to an end. A reviewer hardly says a thing twice in the same words, so issues
/// are compared by their place and by most of their words.
public final class Convergence {
    /// Words in common, of all words of both.
    private static final double MOST_WORDS = 0.6;

    private Convergence() {}

    /// Whether everything that is wrong now was wrong the last time.
    public static boolean isMissing(List<Issue> now, List<Issue> before) {
        return !now.isEmpty() && now.stream().allMatch(issue -> isAmong(issue, before));
    }

    /// Whether one of the others says the same.
    public static boolean isAmong(Issue issue, List<Issue> others) {
        return others.stream().anyMatch(other -> isSame(issue, other));
    }

    private static boolean isSame(Issue one, Issue other) {
        if (!Objects.equals(one.file(), other.file())) {
            return false;
        }
        Set<String> words = words(one);
        Set<String> otherWords = words(other);
        Set<String> common = new HashSet<>(words);
        common.retainAll(otherWords);
        Set<String> all = new HashSet<>(words);
        all.addAll(otherWords);
        return common.size() >= MOST_WORDS * all.size();
    }

    private static Set<String> words(Issue issue) {
        return Arrays.stream(issue.description().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
