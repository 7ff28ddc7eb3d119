package dev.fuel.tui.view;

import java.util.BitSet;
import java.util.Locale;

/// Where words that are looked for stand in a text.
final class TextMarks {
    private final BitSet marked = new BitSet();

    TextMarks(String text, String words) {
        String all = text.toLowerCase(Locale.ROOT);
        String wanted = words.toLowerCase(Locale.ROOT);
        // A letter may have more characters in lower case; then nothing is marked rather than the wrong place.
        if (wanted.isBlank() || all.length() != text.length()) {
            return;
        }
        for (int at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + wanted.length())) {
            marked.set(at, at + wanted.length());
        }
    }

    boolean contains(int index) {
        return marked.get(index);
    }

    boolean isEmpty() {
        return marked.isEmpty();
    }
}
