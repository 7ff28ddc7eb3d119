package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.Paragraph;
import dev.fuel.tui.widget.Box;
import dev.fuel.tui.widget.Scrolled;
import java.util.List;

/// A text to read, in a box.
final class ParagraphsView {
    private ParagraphsView() {}

    static void draw(Canvas canvas, Box box, List<Paragraph> paragraphs, int top) {
        List<Paragraph> rows = Paragraph.rows(paragraphs, Math.max(1, canvas.columns() - 4));
        int height = Math.max(0, canvas.rows() - 2);
        Canvas inside = box.ending(Scrolled.position(top, height, rows.size())).draw(canvas);
        for (int row = 0; row < inside.rows() && top + row < rows.size(); row++) {
            Paragraph line = rows.get(top + row);
            inside.put(1, row, inside.columns() - 2, line.text(), Style.of(line.role()));
        }
    }
}
