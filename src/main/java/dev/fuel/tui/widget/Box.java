package dev.fuel.tui.widget;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Glyph;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.canvas.Width;

/// A border with words in it.
///
/// The focus shows as an accent where there is colour, as a double line where there is none.
///
/// @param title      at the upper left
/// @param note       at the upper right
/// @param footer     at the lower right
/// @param titleStyle of the title; bold while focused
public record Box(String title, String note, String footer, Style titleStyle, boolean focused) {
    public static Box titled(String title) {
        return new Box(title, "", "", Style.TEXT, false);
    }

    public Box focused(boolean now) {
        return new Box(title, note, footer, titleStyle, now);
    }

    public Box noting(String words) {
        return new Box(title, words, footer, titleStyle, focused);
    }

    public Box ending(String words) {
        return new Box(title, note, words, titleStyle, focused);
    }

    public Box styled(Style style) {
        return new Box(title, note, footer, style, focused);
    }

    /// Draws the border around the whole canvas.
    ///
    /// @return the room inside
    public Canvas draw(Canvas canvas) {
        int right = canvas.columns() - 1;
        int bottom = canvas.rows() - 1;
        if (right < 1 || bottom < 1) {
            return canvas.region(0, 0, 0, 0);
        }
        boolean twin = focused && !canvas.look().colour();
        Style line = focused && canvas.look().colour() ? Style.of(Role.FOCUS) : Style.DIM;
        String across = canvas.glyph(twin ? Glyph.DOUBLE_HORIZONTAL : Glyph.HORIZONTAL);
        Glyph down = twin ? Glyph.DOUBLE_VERTICAL : Glyph.VERTICAL;
        canvas.put(0, 0, across.repeat(canvas.columns()), line);
        canvas.put(0, bottom, across.repeat(canvas.columns()), line);
        for (int row = 1; row < bottom; row++) {
            canvas.putGlyph(0, row, down, line);
            canvas.putGlyph(right, row, down, line);
        }
        canvas.putGlyph(0, 0, twin ? Glyph.DOUBLE_TOP_LEFT : Glyph.TOP_LEFT, line);
        canvas.putGlyph(right, 0, twin ? Glyph.DOUBLE_TOP_RIGHT : Glyph.TOP_RIGHT, line);
        canvas.putGlyph(0, bottom, twin ? Glyph.DOUBLE_BOTTOM_LEFT : Glyph.BOTTOM_LEFT, line);
        canvas.putGlyph(right, bottom, twin ? Glyph.DOUBLE_BOTTOM_RIGHT : Glyph.BOTTOM_RIGHT, line);
        drawWords(canvas, right, bottom);
        return canvas.region(1, 1, canvas.columns() - 2, canvas.rows() - 2);
    }

    private void drawWords(Canvas canvas, int right, int bottom) {
        int noteRoom = note.isEmpty() ? 0 : Width.of(note) + 3;
        int titleRoom = right - 3 - noteRoom;
        if (!title.isEmpty() && titleRoom > 0) {
            Style style = focused ? titleStyle.asBold() : titleStyle;
            canvas.put(1, 0, " ", style);
            int end = canvas.put(2, 0, titleRoom, title, style);
            canvas.put(end, 0, 1, " ", style);
        }
        if (!note.isEmpty() && noteRoom < right) {
            canvas.putRight(right, 0, " " + note + " ", Style.TEXT);
        }
        if (!footer.isEmpty() && Width.of(footer) + 3 < right) {
            canvas.putRight(right, bottom, " " + footer + " ", Style.DIM);
        }
    }
}
