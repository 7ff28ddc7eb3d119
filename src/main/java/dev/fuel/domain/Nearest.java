package dev.fuel.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the right name that a wrong one was probably meant to be.
public final class Nearest {
    private Nearest() {}

    /// The candidate that differs by the fewest slips (a letter too much, too few, wrong or swapped), if they are
    /// few enough for a guess: a third of the letters, at least one, never all.
    public static Optional<String> to(String wrong, Collection<String> candidates) {
        String lower = wrong.toLowerCase(Locale.ROOT);
        int most = Math.min(wrong.length() - 1, Math.max(1, wrong.length() / 3));
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - wrong.length()) <= most)
                .map(candidate -> new Guess(candidate, slips(lower, candidate.toLowerCase(Locale.ROOT))))
                .filter(guess -> guess.slips() <= most)
                .min(Comparator.comparingInt(Guess::slips).thenComparing(Guess::name))
                .map(Guess::name);
    }

    private record Guess(String name, int slips) {}

    /// The optimal string alignment distance.
    private static int slips(String left, String right) {
        int[][] distance = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : cheapest(distance, left, right, i, j);
            }
        }
        return distance[left.length()][right.length()];
    }

    private static int cheapest(int[][] distance, String left, String right, int i, int j) {
        int wrong = distance[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        int least = Math.min(wrong, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
    }
}
