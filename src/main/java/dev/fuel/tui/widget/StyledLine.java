package dev.fuel.tui.widget;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Glyph;
import dev.fuel.tui.canvas.Graphemes;
import dev.fuel.tui.canvas.Style;
import java.util.ArrayList;
import java.util.List;

/// A line whose pieces look different, to be cut, moved sideways and wrapped by cells.
public final class StyledLine {
    private static final String SPACE = " ";

    private final List<Piece> pieces = new ArrayList<>();

    private record Piece(String grapheme, int width, Style style) {}

    public StyledLine add(String text, Style style) {
        Graphemes.each(text, (grapheme, width) -> pieces.add(new Piece(grapheme, width, style)));
        return this;
    }

    /// Draws what is to be seen behind the first `skipped` cells; where something is cut off at the right, the last
    /// cell says so.
    public void draw(Canvas canvas, int column, int row, int width, int skipped) {
        int room = Math.min(width, canvas.columns() - column);
        int at = -skipped;
        for (Piece piece : pieces) {
            int end = at + piece.width;
            if (at < 0 && end > 0) {
                canvas.put(column, row, SPACE, piece.style);
            } else if (at >= 0 && end <= room) {
                canvas.put(column + at, row, piece.width, piece.grapheme, piece.style);
            } else if (at >= 0) {
                int last = Math.min(at, room - 1);
                if (last >= 0) {
                    canvas.put(column + last, row, 1, canvas.glyph(Glyph.ELLIPSIS), piece.style);
                }
                return;
            }
            at = end;
        }
    }

    /// Draws all of it in as many rows as it needs.
    ///
    /// @return how many those are
    public int drawWrapped(Canvas canvas, int column, int row, int width) {
        int at = 0;
        int line = 0;
        for (Piece piece : pieces) {
            if (at > 0 && at + piece.width > width) {
                at = 0;
                line++;
            }
            canvas.put(column + at, row + line, piece.width, piece.grapheme, piece.style);
            at += piece.width;
        }
        return line + 1;
    }

    /// In cells.
    public int width() {
        return pieces.stream().mapToInt(Piece::width).sum();
    }
}
