package dev.fuel.store;

import dev.fuel.domain.Word;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Sets as the database keeps them: sorted words joined by commas.
final class WordSet {
    private WordSet() {}

    static String of(Collection<? extends Word> words) {
        return words.stream().map(Word::word).sorted().collect(Collectors.joining(","));
    }

    static String ofTexts(SortedSet<String> texts) {
        return String.join(",", texts);
    }

    static <E extends Enum<E> & Word> Set<E> parse(Class<E> type, String text) {
        Set<E> set = EnumSet.noneOf(type);
        for (String word : parse(text)) {
            set.add(Word.of(type, word));
        }
        return set;
    }

    static SortedSet<String> parse(String text) {
        return text.isEmpty() ? new TreeSet<>() : new TreeSet<>(Arrays.asList(text.split(",", -1)));
    }
}
