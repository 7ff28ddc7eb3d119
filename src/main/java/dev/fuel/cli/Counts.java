package dev.fuel.cli;

import java.util.Map;
import java.util.stream.Collectors;

/// How many rows of which tables, in words.
final class Counts {
    private Counts() {}

    /// `12 tasks, 1 epics`: what there is none of is left out.
    static String words(Map<String, Long> counts) {
        String words = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry ->
                        "%,d %s".formatted(entry.getValue(), entry.getKey().replace('_', ' ')))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "nothing" : words;
    }

    static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
