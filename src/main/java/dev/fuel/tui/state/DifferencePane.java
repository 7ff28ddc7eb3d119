package dev.fuel.tui.state;

import dev.fuel.tui.difference.DifferenceRow;
import dev.fuel.tui.difference.DifferenceRows;
import dev.fuel.tui.difference.LineComment;
import dev.fuel.tui.difference.Patch;
import dev.fuel.tui.difference.PatchFile;
import dev.fuel.tui.difference.PatchLine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A difference and where a person is reading it. One file is in view at a time.
///
/// @param file the file in view, counted from 0
/// @param spot the place within it
/// @param rows of that file, in the form that is wanted
public record DifferencePane(
        Patch patch, int file, Spot spot, Form form, ReadingNotes notes, PatchSearch search, List<DifferenceRow> rows) {
    public static final DifferencePane NONE = of(Patch.EMPTY, ReadingNotes.NONE);

    /// A place in a file.
    ///
    /// @param cursor   the row that keys act on
    /// @param top      the row at the upper edge
    /// @param sideways how many cells of each line are out of view at the left
    /// @param mark     where a range begins; -1 without one
    public record Spot(int cursor, int top, int sideways, int mark) {
        static final Spot START = new Spot(0, 0, 0, -1);

        Spot cursor(int row) {
            return new Spot(row, top, sideways, mark);
        }
    }

    /// How lines are laid out.
    ///
    /// @param wishesSplit side by side where there is room
    /// @param split       side by side
    public record Form(boolean wishesSplit, boolean split, boolean wrap) {
        static final Form START = new Form(true, false, false);
    }

    public DifferencePane {
        rows = List.copyOf(rows);
    }

    static DifferencePane of(Patch patch, ReadingNotes notes) {
        return new DifferencePane(patch, 0, Spot.START, Form.START, notes, PatchSearch.NONE, List.of())
                .laid(Form.START)
                .atFirstChange();
    }

    /// The file in view; null if there is none.
    public @Nullable PatchFile current() {
        return file < patch.files().size() ? patch.files().get(file) : null;
    }

    public DifferenceLayout layout(int columns) {
        return DifferenceLayout.of(current(), columns, form.split(), form.wrap());
    }

    /// The row that keys act on.
    public @Nullable DifferenceRow row() {
        return spot.cursor() < rows.size() ? rows.get(spot.cursor()) : null;
    }

    /// In which hunk the cursor is, counted from 1.
    public int hunk() {
        DifferenceRow row = row();
        return row == null ? 0 : row.hunk() + 1;
    }

    /// Whether the row is in the range that a comment would be about.
    public boolean isMarked(int row) {
        return spot.mark() >= 0
                && row >= Math.min(spot.mark(), spot.cursor())
                && row <= Math.max(spot.mark(), spot.cursor());
    }

    /// Lays out what has changed, and brings the cursor into view.
    ///
    /// @param wide whether there is room for two sides
    DifferencePane settle(boolean wide, int columns, int height) {
        Form wanted = new Form(form.wishesSplit(), form.wishesSplit() && wide && hasTwoSides(), form.wrap());
        DifferencePane settled = wanted.equals(form) ? this : laid(wanted);
        int last = Math.max(0, settled.rows.size() - 1);
        int cursor = Math.clamp(settled.spot.cursor(), 0, last);
        int mark = Math.min(settled.spot.mark(), last);
        int top = settled.topFor(cursor, Math.clamp(settled.spot.top(), 0, last), columns, Math.max(1, height));
        return settled.at(new Spot(cursor, top, settled.spot.sideways(), mark));
    }

    /// A new or a deleted file has one side.
    private boolean hasTwoSides() {
        PatchFile shown = current();
        return shown != null && shown.change() != PatchFile.Change.ADDED && shown.change() != PatchFile.Change.DELETED;
    }

    private int topFor(int cursor, int from, int columns, int height) {
        DifferenceLayout layout = layout(columns);
        int lowest = cursor;
        int used = layout.height(rows.isEmpty() ? new DifferenceRow.Fact("") : rows.get(cursor));
        while (lowest > 0 && used + layout.height(rows.get(lowest - 1)) <= height) {
            lowest--;
            used += layout.height(rows.get(lowest));
        }
        int wanted = Math.clamp(from, lowest, cursor);
        return Math.min(wanted, lastTop(layout, height));
    }

    /// Nothing stands below the last row as long as there is more above the first.
    private int lastTop(DifferenceLayout layout, int height) {
        int top = rows.size();
        int used = 0;
        while (top > 0 && used + layout.height(rows.get(top - 1)) <= height) {
            top--;
            used += layout.height(rows.get(top));
        }
        return Math.min(top, Math.max(0, rows.size() - 1));
    }

    /// With the rows made anew and the cursor on the line that it was on.
    private DifferencePane laid(Form changed) {
        PatchFile shown = current();
        List<DifferenceRow> fresh =
                shown == null ? List.of() : DifferenceRows.of(shown, notes.comments(), changed.split());
        DifferencePane relaid = new DifferencePane(patch, file, spot, changed, notes, search, fresh);
        DifferenceRow row = row();
        PatchLine line = row == null ? null : row.line();
        if (line == null) {
            return relaid;
        }
        int moved = relaid.rowOf(line) - spot.cursor();
        int mark = spot.mark() < 0 ? -1 : Math.max(0, spot.mark() + moved);
        return relaid.at(new Spot(spot.cursor() + moved, Math.max(0, spot.top() + moved), spot.sideways(), mark));
    }

    private int rowOf(PatchLine line) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).shows(line)) {
                return row;
            }
        }
        return spot.cursor();
    }

    DifferencePane move(int distance) {
        int cursor = Math.clamp((long) spot.cursor() + distance, 0, Math.max(0, rows.size() - 1));
        return at(spot.cursor(cursor));
    }

    /// The wheel moves what is seen; the cursor follows only to stay in view.
    DifferencePane scroll(int distance, int height) {
        int top = Math.clamp((long) spot.top() + distance, 0, Math.max(0, rows.size() - height));
        int cursor = Math.clamp(spot.cursor(), top, Math.max(top, Math.min(rows.size(), top + height) - 1));
        return at(new Spot(cursor, top, spot.sideways(), spot.mark()));
    }

    DifferencePane sideways(int cells) {
        return at(
                new Spot(spot.cursor(), spot.top(), Math.clamp((long) spot.sideways() + cells, 0, 4_000), spot.mark()));
    }

    /// The hunk before or after the one that the cursor is in.
    ///
    /// @return empty if there is none
    Optional<DifferencePane> toHunk(int direction) {
        for (int row = spot.cursor() + direction; row >= 0 && row < rows.size(); row += direction) {
            if (rows.get(row) instanceof DifferenceRow.Heading) {
                return Optional.of(at(new Spot(row, row, spot.sideways(), spot.mark())));
            }
        }
        return Optional.empty();
    }

    /// @return empty if there is no such file
    Optional<DifferencePane> toFile(int number) {
        return number < 0 || number >= patch.files().size()
                ? Optional.empty()
                : Optional.of(opened(number).atFirstChange());
    }

    private DifferencePane opened(int number) {
        Spot start = new Spot(0, 0, 0, -1);
        return new DifferencePane(patch, number, start, form, notes, search, List.of()).laid(form);
    }

    private DifferencePane atFirstChange() {
        for (int row = 0; row < rows.size(); row++) {
            PatchLine line = rows.get(row).line();
            boolean changes = rows.get(row) instanceof DifferenceRow.Pair pair
                    ? !Objects.equals(pair.before(), pair.after())
                    : line != null && line.kind() != PatchLine.Kind.CONTEXT;
            if (changes) {
                return at(new Spot(row, 0, 0, -1));
            }
        }
        return this;
    }

    /// The first file in view of a list of that height.
    public int topFile(int height) {
        return Math.clamp(file - height + 1L, 0, Math.max(0, file));
    }

    DifferencePane turnSplit() {
        return laid(new Form(!form.wishesSplit(), form.split(), form.wrap()));
    }

    DifferencePane turnWrap() {
        return new DifferencePane(
                patch,
                file,
                new Spot(spot.cursor(), spot.top(), 0, spot.mark()),
                new Form(form.wishesSplit(), form.split(), !form.wrap()),
                notes,
                search,
                rows);
    }

    DifferencePane turnMark() {
        return at(new Spot(spot.cursor(), spot.top(), spot.sideways(), spot.mark() < 0 ? spot.cursor() : -1));
    }

    DifferencePane with(ReadingNotes changed) {
        return new DifferencePane(patch, file, spot, form, changed, search, rows).laid(form);
    }

    /// Goes to the first match at or after the cursor's file.
    DifferencePane search(String words) {
        PatchSearch found = PatchSearch.in(patch, words);
        DifferencePane searched = new DifferencePane(patch, file, spot, form, notes, found, rows);
        for (int match = 0; match < found.matches().size(); match++) {
            if (found.matches().get(match).file() >= file) {
                return searched.toMatch(match);
            }
        }
        return found.matches().isEmpty() ? searched : searched.toMatch(0);
    }

    /// @param match round and round
    DifferencePane toMatch(int match) {
        int number = Math.floorMod(match, Math.max(1, search.matches().size()));
        PatchSearch.Match found = search.matches().get(number);
        DifferencePane open = found.file() == file ? this : opened(found.file());
        DifferencePane there =
                new DifferencePane(patch, open.file, open.spot, open.form, notes, search.at(number), open.rows);
        int row = there.rowOf(found.line());
        return there.at(new Spot(row, there.spot.top(), there.spot.sideways(), there.spot.mark()));
    }

    /// A comment without words on the line under the cursor, or on the marked lines of one side; empty if there is
    /// no line there.
    Optional<LineComment> commentHere() {
        DifferenceRow row = row();
        PatchFile shown = current();
        if (row instanceof DifferenceRow.Note(int _, LineComment comment)) {
            return Optional.of(comment);
        }
        PatchLine line = row == null ? null : row.line();
        if (line == null || shown == null) {
            return Optional.empty();
        }
        boolean removed = line.kind() == PatchLine.Kind.REMOVED;
        int from = number(line, removed);
        int to = from;
        for (int index = 0; index < rows.size(); index++) {
            PatchLine other = rows.get(index).line();
            int number = other == null ? 0 : number(other, removed);
            if (number > 0 && isMarked(index)) {
                from = Math.min(from, number);
                to = Math.max(to, number);
            }
        }
        LineComment fresh = new LineComment(shown.path(), from, to, removed, "");
        return Optional.of(notes.comments().stream()
                .filter(comment -> comment.where().equals(fresh.where()))
                .findFirst()
                .orElse(fresh));
    }

    private static int number(PatchLine line, boolean removed) {
        return removed ? line.before() : line.after();
    }

    /// With the comment in its place and no range marked any more.
    DifferencePane commented(LineComment comment) {
        Spot unmarked = new Spot(spot.cursor(), spot.top(), spot.sideways(), -1);
        return at(unmarked).with(notes.with(comment));
    }

    private DifferencePane at(Spot place) {
        return new DifferencePane(patch, file, place, form, notes, search, rows);
    }
}
