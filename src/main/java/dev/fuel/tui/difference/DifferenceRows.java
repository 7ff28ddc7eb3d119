package dev.fuel.tui.difference;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lays the lines of a file out, one under the other or side by side, with the comments between them.
public final class DifferenceRows {
    private final PatchFile file;
    private final List<LineComment> comments;
    private final boolean split;
    private final List<DifferenceRow> rows = new ArrayList<>();

    private DifferenceRows(PatchFile file, List<LineComment> comments, boolean split) {
        this.file = file;
        this.comments = comments;
        this.split = split;
    }

    /// @param split side by side
    public static List<DifferenceRow> of(PatchFile file, List<LineComment> comments, boolean split) {
        DifferenceRows layout = new DifferenceRows(
                file,
                comments.stream()
                        .filter(comment -> comment.path().equals(file.path()))
                        .toList(),
                split);
        layout.build();
        return List.copyOf(layout.rows);
    }

    private void build() {
        file.facts().forEach(fact -> rows.add(new DifferenceRow.Fact(fact)));
        if (file.hunks().isEmpty() && file.facts().isEmpty()) {
            rows.add(new DifferenceRow.Fact("there are no lines in it"));
        }
        for (int hunk = 0; hunk < file.hunks().size(); hunk++) {
            rows.add(new DifferenceRow.Heading(hunk, file.hunks().get(hunk).heading()));
            addLines(hunk, file.hunks().get(hunk).lines());
        }
        if (file.omitted() > 0) {
            rows.add(new DifferenceRow.Fact(
                    "%,d more lines are left out; git diff shows them".formatted(file.omitted())));
        }
    }

    private void addLines(int hunk, List<PatchLine> lines) {
        int index = 0;
        while (index < lines.size()) {
            int removedEnd = endOf(lines, index, PatchLine.Kind.REMOVED);
            int addedEnd = endOf(lines, removedEnd, PatchLine.Kind.ADDED);
            if (addedEnd == index) {
                PatchLine line = lines.get(index);
                rows.add(split ? new DifferenceRow.Pair(hunk, line, line) : new DifferenceRow.Line(hunk, line, null));
                addComments(hunk, line);
                index++;
            } else {
                addChange(hunk, lines.subList(index, removedEnd), lines.subList(removedEnd, addedEnd));
                index = addedEnd;
            }
        }
    }

    private static int endOf(List<PatchLine> lines, int from, PatchLine.Kind kind) {
        int end = from;
        while (end < lines.size() && lines.get(end).kind() == kind) {
            end++;
        }
        return end;
    }

    private void addChange(int hunk, List<PatchLine> removed, List<PatchLine> added) {
        if (split) {
            for (int index = 0; index < Math.max(removed.size(), added.size()); index++) {
                rows.add(new DifferenceRow.Pair(hunk, at(removed, index), at(added, index)));
                addComments(hunk, at(removed, index));
                addComments(hunk, at(added, index));
            }
            return;
        }
        for (int index = 0; index < removed.size(); index++) {
            rows.add(new DifferenceRow.Line(hunk, removed.get(index), at(added, index)));
            addComments(hunk, removed.get(index));
        }
        for (int index = 0; index < added.size(); index++) {
            rows.add(new DifferenceRow.Line(hunk, added.get(index), at(removed, index)));
            addComments(hunk, added.get(index));
        }
    }

    private static @Nullable PatchLine at(List<PatchLine> lines, int index) {
        return index < lines.size() ? lines.get(index) : null;
    }

    private void addComments(int hunk, @Nullable PatchLine line) {
        if (line != null && !comments.isEmpty()) {
            comments.stream()
                    .filter(comment -> comment.isAt(file.path(), line))
                    .forEach(comment -> rows.add(new DifferenceRow.Note(hunk, comment)));
        }
    }
}
