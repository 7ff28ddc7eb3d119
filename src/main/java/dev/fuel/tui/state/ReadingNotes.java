package dev.fuel.tui.state;

import dev.fuel.tui.difference.LineComment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a person has noted while reading a difference: which files they are through with, and comments on lines.
public record ReadingNotes(Set<String> viewed, List<LineComment> comments) {
    public static final ReadingNotes NONE = new ReadingNotes(Set.of(), List.of());

    public ReadingNotes {
        viewed = Set.copyOf(viewed);
        comments = List.copyOf(comments);
    }

    ReadingNotes turn(String path) {
        Set<String> changed = new HashSet<>(viewed);
        if (!changed.remove(path)) {
            changed.add(path);
        }
        return new ReadingNotes(changed, comments);
    }

    /// Puts the comment in the place of the one on the same lines; without words that one is dropped.
    ReadingNotes with(LineComment comment) {
        List<LineComment> changed = new ArrayList<>(comments);
        changed.removeIf(other -> other.where().equals(comment.where()));
        if (!comment.text().isBlank()) {
            changed.add(comment);
        }
        return new ReadingNotes(viewed, changed);
    }

    ReadingNotes withoutComments() {
        return new ReadingNotes(viewed, List.of());
    }
}
