package dev.fuel.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// An enum constant that has one word in the database, in JSON and on the command line: its name in lower case.
public interface Word {
    String name();

    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The constant that the word names, in any letter case.
    static <E extends Enum<E> & Word> Optional<E> find(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (constant.word().equalsIgnoreCase(word)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /// The constant of a stored word.
    ///
    /// @throws IllegalArgumentException if there is none
    static <E extends Enum<E> & Word> E of(Class<E> type, String word) {
        return find(type, word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown %s: %s (one of: %s)".formatted(type.getSimpleName(), word, words(type))));
    }

    static <E extends Enum<E> & Word> String words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Word::word).collect(Collectors.joining(", "));
    }
}
