package dev.fuel.gate.duplication;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Code that was added although it stands elsewhere.
public record Copy(Passage added, Passage original) {
    private static final BitSet NOTHING = new BitSet();

    /// The copy among passages that are the same, if one of them was added. What it was taken from is rather one
    /// that was there before than another new one.
    ///
    /// @param lines the added ones of each file
    static Optional<Copy> among(List<Passage> same, Map<String, BitSet> lines) {
        Comparator<Passage> olderFirst = Comparator.comparing(passage -> isNew(passage, lines));
        return same.stream()
                .filter(passage -> isNew(passage, lines))
                .findFirst()
                .flatMap(added -> same.stream()
                        .filter(other -> !other.equals(added))
                        .min(olderFirst)
                        .map(original -> new Copy(added, original)));
    }

    private static boolean isNew(Passage passage, Map<String, BitSet> lines) {
        return passage.isMostlyIn(lines.getOrDefault(passage.file(), NOTHING));
    }

    /// The file with the new code.
    public String file() {
        return added.file();
    }

    /// Where in that file it begins, counted from 1.
    public int line() {
        return added.first();
    }

    /// What stands where, for a person or an agent.
    public String description() {
        return "lines %d–%d repeat %s".formatted(added.first(), added.last(), original.words());
    }

    String words() {
        return "%s as %s".formatted(added.words(), original.words());
    }
}
