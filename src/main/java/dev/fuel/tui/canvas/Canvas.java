package dev.fuel.tui.canvas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A grid of cells, or a clipped part of one. Nothing can be drawn outside it, and nothing but drawable graphemes gets
/// in. One thread draws; a finished canvas is only read.
public final class Canvas {
    /// The second cell of a wide grapheme.
    public static final String CONTINUED = "";

    private static final String SPACE = " ";

    private final Cells cells;
    private final Look look;
    private final int left;
    private final int top;
    private final int columns;
    private final int rows;

    /// The whole grid, row by row, which a canvas and its regions share.
    private static final class Cells {
        private final Size size;
        private final String[] graphemes;
        private final Style[] styles;
        private final List<Zone> zones = new ArrayList<>();

        private Cells(Size size) {
            this.size = size;
            graphemes = new String[size.columns() * size.rows()];
            styles = new Style[graphemes.length];
            Arrays.fill(graphemes, SPACE);
            Arrays.fill(styles, Style.TEXT);
        }
    }

    private Canvas(Cells cells, Look look, int left, int top, int columns, int rows) {
        this.cells = cells;
        this.look = look;
        this.left = left;
        this.top = top;
        this.columns = columns;
        this.rows = rows;
    }

    /// A canvas of spaces.
    public static Canvas blank(Size size, Look look) {
        return new Canvas(new Cells(size), look, 0, 0, size.columns(), size.rows());
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    public Look look() {
        return look;
    }

    public String glyph(Glyph glyph) {
        return glyph.in(look.glyphs());
    }

    /// A part of this canvas with its own origin; what would reach beyond this canvas is cut off.
    public Canvas region(int column, int row, int width, int height) {
        int fromColumn = Math.clamp(column, 0, columns);
        int fromRow = Math.clamp(row, 0, rows);
        int toColumn = Math.clamp((long) column + width, fromColumn, columns);
        int toRow = Math.clamp((long) row + height, fromRow, rows);
        return new Canvas(cells, look, left + fromColumn, top + fromRow, toColumn - fromColumn, toRow - fromRow);
    }

    /// Draws the text from the column on; what does not fit is replaced by the ellipsis.
    ///
    /// @return the column after the text
    public int put(int column, int row, String text, Style style) {
        return put(column, row, columns - column, text, style);
    }

    /// Draws the text into at most `width` cells, cut with the ellipsis.
    ///
    /// @return the column after the text
    public int put(int column, int row, int width, String text, Style style) {
        int room = Math.min(width, columns - column);
        if (row < 0 || row >= rows || column < 0 || room <= 0) {
            return column;
        }
        int[] at = {column};
        Graphemes.each(Width.fit(look.glyphs().plain(text), room, look.glyphs()), (grapheme, cellCount) -> {
            set(at[0], row, grapheme, cellCount, style);
            at[0] += cellCount;
            return true;
        });
        return at[0];
    }

    /// Draws the text so that it ends before the column `end`.
    public void putRight(int end, int row, String text, Style style) {
        int width = Math.min(Width.of(text), end);
        put(end - width, row, width, text, style);
    }

    public void putGlyph(int column, int row, Glyph glyph, Style style) {
        put(column, row, glyph(glyph), style);
    }

    /// Makes cells of a row do something when they are clicked; what is drawn later lies above.
    public void zone(int column, int row, int width, String id) {
        int from = Math.clamp(column, 0, columns);
        int end = Math.clamp((long) column + width, from, columns);
        if (row >= 0 && row < rows) {
            cells.zones.add(new Zone(left + from, top + row, end - from, id));
        }
    }

    /// Makes no cell do anything any more: something lies over all of them.
    public void closeZones() {
        cells.zones.clear();
    }

    /// What a click on the cell does; empty if nothing.
    public Optional<Zone> zoneAt(int column, int row) {
        return cells.zones.reversed().stream()
                .filter(zone -> zone.contains(column, row))
                .findFirst();
    }

    /// The text of a row's cells, without spaces at its end.
    public String textAt(int column, int row, int width) {
        StringBuilder text = new StringBuilder();
        for (int at = column; at < column + width; at++) {
            text.append(graphemeAt(at, row));
        }
        return text.toString().stripTrailing();
    }

    /// Spaces all over.
    public void clear() {
        for (int row = 0; row < rows; row++) {
            put(0, row, SPACE.repeat(columns), Style.TEXT);
        }
    }

    /// Gives all cells of the row one look; the text stays.
    public void restyle(int row, Style style) {
        if (row < 0 || row >= rows) {
            return;
        }
        int from = index(0, row);
        Arrays.fill(cells.styles, from, from + columns, style);
    }

    /// The grapheme of the cell, {@link #CONTINUED} behind a wide one.
    public String graphemeAt(int column, int row) {
        return cells.graphemes[index(column, row)];
    }

    public Style styleAt(int column, int row) {
        return cells.styles[index(column, row)];
    }

    /// The rows as text, each ended by a line break.
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                text.append(graphemeAt(column, row));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /// The second plane of frame tests: one letter for the style of each cell.
    public String roles() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                text.append(styleAt(column, row).letter());
            }
            text.append('\n');
        }
        return text.toString();
    }

    public boolean sameAs(Canvas other) {
        return cells.size.equals(other.cells.size)
                && Arrays.equals(cells.graphemes, other.cells.graphemes)
                && Arrays.equals(cells.styles, other.cells.styles);
    }

    private void set(int column, int row, String grapheme, int width, Style style) {
        release(column, row);
        int index = index(column, row);
        cells.graphemes[index] = grapheme;
        cells.styles[index] = style;
        if (width == 2) {
            release(column + 1, row);
            cells.graphemes[index + 1] = CONTINUED;
            cells.styles[index + 1] = style;
        }
    }

    /// Overwriting one half of a wide grapheme leaves a space in the other half.
    private void release(int column, int row) {
        int index = index(column, row);
        int rowStart = (top + row) * cells.size.columns();
        if (cells.graphemes[index].equals(CONTINUED) && index > rowStart) {
            cells.graphemes[index - 1] = SPACE;
        }
        int next = index + 1;
        if (next < rowStart + cells.size.columns() && cells.graphemes[next].equals(CONTINUED)) {
            cells.graphemes[next] = SPACE;
        }
    }

    private int index(int column, int row) {
        return (top + row) * cells.size.columns() + left + column;
    }
}
