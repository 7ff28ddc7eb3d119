package dev.fuel.agents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words of a command line with slots, written as one would type them: `exec {session} --json {model} -`.
///
/// A slot that is a word of its own becomes as many words as it has, or none; one within a word is filled in there.
record WordTemplate(List<String> words) {
    static final WordTemplate EMPTY = new WordTemplate(List.of());

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\\S+");
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    WordTemplate {
        words = List.copyOf(words);
    }

    /// @param line words with spaces between them; single quotes hold a word with spaces together
    static WordTemplate of(String line) {
        return new WordTemplate(WORD.matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group() : word.group(1))
                .toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /// The words that begin with a dash: flags, as a program's help lists them.
    List<String> flags() {
        return words.stream()
                .filter(word -> word.startsWith("-") && word.length() > 1)
                .map(word -> word.replaceFirst("=.*", ""))
                .distinct()
                .toList();
    }

    /// @param slots by name; of a name that is missing nothing is left
    List<String> fill(Map<String, List<String>> slots) {
        var filled = new ArrayList<String>();
        for (String word : words) {
            var slot = SLOT.matcher(word);
            if (slot.matches()) {
                filled.addAll(slots.getOrDefault(slot.group(1), List.of()));
            } else {
                filled.add(slot.replaceAll(found -> Matcher.quoteReplacement(inWord(found, slots))));
            }
        }
        return filled;
    }

    private static String inWord(MatchResult slot, Map<String, List<String>> slots) {
        return String.join(",", slots.getOrDefault(slot.group(1), List.of()));
    }
}
