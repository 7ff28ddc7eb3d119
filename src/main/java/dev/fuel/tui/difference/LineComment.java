package dev.fuel.tui.difference;

import java.util.Collection;
import java.util.stream.Collectors;

/// What a person has to say about some lines; it goes back to the agent with "request changes".
///
/// @param from    the first line's number
/// @param to      the last line's number
/// @param removed the numbers are those of the old file
public record LineComment(String path, int from, int to, boolean removed, String text) {
    /// `file:12` or `file:12-15`.
    public String where() {
        String lines = from == to ? String.valueOf(from) : from + "-" + to;
        return "%s:%s%s".formatted(path, lines, removed ? " (removed)" : "");
    }

    boolean isAt(String file, PatchLine line) {
        int number = removed ? line.before() : line.after();
        boolean onSide = removed == (line.kind() == PatchLine.Kind.REMOVED);
        return onSide && path.equals(file) && number == to;
    }

    /// Comments as the agent reads them, one line each.
    public static String listed(Collection<LineComment> comments) {
        return comments.stream()
                .map(comment -> "%s: %s".formatted(comment.where(), comment.text()))
                .collect(Collectors.joining("\n"));
    }
}
