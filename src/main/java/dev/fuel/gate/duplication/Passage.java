package dev.fuel.gate.duplication;

import java.util.BitSet;

/// Some lines of a file.
///
/// @param file  by its name from the workspace's root
/// @param first counted from 1
record Passage(String file, int first, int last) {
    int lines() {
        return last - first + 1;
    }

    /// Whether most of it was added.
    ///
    /// @param added the lines of its file that were
    boolean isMostlyIn(BitSet added) {
        return 2 * added.get(first, last + 1).cardinality() > lines();
    }

    String words() {
        return "%s:%d–%d".formatted(file, first, last);
    }
}
