package dev.fuel.tui.state;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds entries by some letters of their words.
final class Search {
    private static final Pattern WORD_ENDS = Pattern.compile("[\\s-]+");
    private static final int AT_WORD = 60;
    private static final int WITHIN = 40;
    private static final int SCATTERED = 10;

    private Search() {}

    private record Scored(Choice choice, int score) {}

    /// The entries that have all words of the query, the best first; among equals those that can be chosen.
    static List<Choice> best(List<Choice> choices, String query) {
        return choices.stream()
                .map(choice -> new Scored(choice, score(choice, query)))
                .filter(scored -> scored.score() >= 0)
                .sorted(Comparator.comparingInt((Scored scored) -> -scored.score())
                        .thenComparing(scored -> !scored.choice().off().isEmpty()))
                .map(Scored::choice)
                .toList();
    }

    /// How well it fits; less than 0 if it does not.
    static int score(Choice choice, String query) {
        String text = "%s %s".formatted(choice.words(), choice.note()).toLowerCase(Locale.ROOT);
        int score = 0;
        for (String word : query.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
            int found = score(text, word);
            if (found < 0) {
                return -1;
            }
            score += found;
        }
        return score;
    }

    private static int score(String text, String word) {
        if (word.isEmpty()) {
            return 0;
        }
        int place = text.indexOf(word);
        if (place < 0) {
            return isScattered(text, word) ? SCATTERED : -1;
        }
        boolean starts = text.startsWith(word) || text.contains(" " + word);
        return (starts ? AT_WORD : WITHIN) - Math.min(place, SCATTERED);
    }

    /// Whether one word begins with the first letter and has the others in their order.
    private static boolean isScattered(String text, String word) {
        return WORD_ENDS.splitAsStream(text).anyMatch(candidate -> hasInOrder(candidate, word));
    }

    private static boolean hasInOrder(String candidate, String letters) {
        if (candidate.isEmpty() || candidate.charAt(0) != letters.charAt(0)) {
            return false;
        }
        int from = 0;
        for (int index = 0; index < letters.length(); index++) {
            from = candidate.indexOf(letters.charAt(index), from) + 1;
            if (from == 0) {
                return false;
            }
        }
        return true;
    }
}
