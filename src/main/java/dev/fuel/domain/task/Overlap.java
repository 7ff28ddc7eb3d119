package dev.fuel.domain.task;

import java.util.List;

/// Another task whose workspace changes some of the same files.
///
/// @param with  the other task
/// @param files in the order of their names; at least one
public record Overlap(TaskId with, List<String> files) {
    public Overlap {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no file in common with " + with);
        }
    }

    /// `overlaps f-12ab34: src/App.java and 2 more`.
    public String words() {
        return files.size() == 1
                ? "overlaps %s: %s".formatted(with, files.getFirst())
                : "overlaps %s: %s and %d more".formatted(with, files.getFirst(), files.size() - 1);
    }
}
