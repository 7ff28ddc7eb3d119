package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Glyph;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.canvas.Width;
import dev.fuel.tui.difference.PatchFile;
import dev.fuel.tui.state.DifferencePane;
import dev.fuel.tui.widget.Box;
import java.util.List;

/// The files of a difference, and which of them a person is through with.
final class FilesPane {
    private static final int MARKS = 5;

    private FilesPane() {}

    static void draw(Canvas canvas, DifferencePane pane, boolean focused) {
        List<PatchFile> files = pane.patch().files();
        long viewed = files.stream()
                .filter(file -> pane.notes().viewed().contains(file.path()))
                .count();
        Canvas inside = Box.titled("Files")
                .noting("%d/%d viewed".formatted(viewed, files.size()))
                .focused(focused)
                .draw(canvas);
        int top = pane.topFile(inside.rows());
        for (int row = 0; row < inside.rows() && top + row < files.size(); row++) {
            drawFile(inside, row, files.get(top + row), pane, top + row == pane.file());
        }
    }

    private static void drawFile(Canvas inside, int row, PatchFile file, DifferencePane pane, boolean selected) {
        boolean viewed = pane.notes().viewed().contains(file.path());
        Style style = viewed ? Style.DIM : Style.TEXT;
        String counts = counts(file);
        int end = inside.columns() - Width.of(counts) - 1;
        if (selected) {
            inside.putGlyph(0, row, Glyph.SELECTED, Style.of(Role.FOCUS).asBold());
        }
        if (viewed) {
            inside.putGlyph(1, row, Glyph.DONE, Style.of(Role.OK));
        }
        inside.put(3, row, String.valueOf(file.change().letter()), Style.DIM);
        inside.put(MARKS, row, Math.max(0, end - MARKS), fit(file, end - MARKS), selected ? style.asBold() : style);
        inside.putRight(inside.columns(), row, counts, Style.DIM);
    }

    static String counts(PatchFile file) {
        String added = file.added() == 0 ? "" : " +" + file.added();
        return added + (file.removed() == 0 ? "" : " -" + file.removed());
    }

    /// The whole path if it fits, else its name, which says more than its beginning.
    private static String fit(PatchFile file, int room) {
        return Width.of(file.path()) <= room ? file.path() : file.name();
    }
}
