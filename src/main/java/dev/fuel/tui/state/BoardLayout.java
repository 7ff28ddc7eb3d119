package dev.fuel.tui.state;

import dev.fuel.tui.canvas.Rectangle;
import dev.fuel.tui.canvas.Size;
import java.util.ArrayList;
import java.util.List;

/// Where everything on the board stands at a size. Drawing, scrolling and the mouse all ask here.
///
/// @param left    the place of the leftmost visible column
/// @param columns the visible columns' places, from the left
/// @param strip   details of the selected card; empty in mission control and where rows are few
/// @param agents  the agents' pane, only in mission control
/// @param events  the events' pane, only in mission control
/// @param output  the live output, from 120x35 on
/// @param roomy   cards show all their lines
public record BoardLayout(
        int left,
        List<Rectangle> columns,
        Rectangle strip,
        Rectangle agents,
        Rectangle events,
        Rectangle output,
        boolean roomy) {
    public static final int LEAST_COLUMNS = 60;
    public static final int LEAST_ROWS = 15;

    /// Header and counts above, status and hints below.
    static final int ROWS_ABOVE = 2;

    static final int ROWS_BELOW = 2;
    private static final int STRIP_ROWS = 5;
    private static final int ROOMY_ROWS = 20;
    private static final int KINDS = ColumnKind.values().length;

    public static boolean isTooSmall(Size size) {
        return size.columns() < LEAST_COLUMNS || size.rows() < LEAST_ROWS;
    }

    public static boolean isMissionControl(Size size) {
        return size.columns() >= 160 && size.rows() >= 40;
    }

    /// How many columns fit beside each other.
    static int columnCount(Size size) {
        if (size.columns() < 80) {
            return 1;
        }
        return size.columns() < 120 ? 3 : size.columns() < 160 ? 4 : 5;
    }

    public static BoardLayout of(Size size, int left) {
        int body = Math.max(0, size.rows() - ROWS_ABOVE - ROWS_BELOW);
        boolean mission = isMissionControl(size);
        boolean withOutput = mission || (size.columns() >= 120 && size.rows() >= 35) || size.rows() >= 46;
        int bottom = withOutput ? Math.max(10, body * 3 / 8) : 0;
        int strip = mission || body < 14 ? 0 : STRIP_ROWS;
        int columnRows = body - bottom - strip;
        Rectangle below = new Rectangle(0, ROWS_ABOVE + columnRows + strip, size.columns(), bottom);
        int agents = mission ? 48 : 0;
        int events = mission ? Math.clamp(size.columns() / 4, 40, 60) : 0;
        return new BoardLayout(
                left,
                columns(size, columnRows),
                new Rectangle(0, ROWS_ABOVE + columnRows, size.columns(), strip),
                new Rectangle(0, below.row(), agents, bottom),
                new Rectangle(agents, below.row(), events, bottom),
                new Rectangle(agents + events, below.row(), size.columns() - agents - events, bottom),
                columnRows - 2 >= ROOMY_ROWS);
    }

    /// With all the room for the part that has the focus; of the columns for the focused one.
    BoardLayout zoomed(BoardFocus focus, Size size) {
        Rectangle body =
                new Rectangle(0, ROWS_ABOVE, size.columns(), Math.max(0, size.rows() - ROWS_ABOVE - ROWS_BELOW));
        BoardPane pane = focus.pane();
        boolean cards = pane == BoardPane.CARDS;
        return new BoardLayout(
                cards ? List.of(ColumnKind.values()).indexOf(focus.column()) : left,
                List.of(cards ? body : Rectangle.NONE),
                Rectangle.NONE,
                pane == BoardPane.AGENTS ? body : Rectangle.NONE,
                pane == BoardPane.EVENTS ? body : Rectangle.NONE,
                pane == BoardPane.OUTPUT ? body : Rectangle.NONE,
                body.rows() - 2 >= ROOMY_ROWS);
    }

    private static List<Rectangle> columns(Size size, int rows) {
        int count = columnCount(size);
        int gap = count == 3 ? 1 : 0;
        int room = size.columns() - gap * (count - 1);
        List<Rectangle> columns = new ArrayList<>();
        int column = 0;
        for (int place = 0; place < count; place++) {
            int width = room / count + (place < room % count ? 1 : 0);
            columns.add(new Rectangle(column, ROWS_ABOVE, width, rows));
            column += width + gap;
        }
        return columns;
    }

    /// The leftmost column so that the focused one is in view: the one wanted if that does, else the nearest.
    static int leftFor(Size size, int wanted, int focused) {
        int count = columnCount(size);
        int usual = count >= 4 ? (count == 4 ? 2 : 1) : wanted;
        int from = focused >= usual && focused < usual + count ? usual : wanted;
        int shifted = focused < from ? focused : focused >= from + count ? focused - count + 1 : from;
        return Math.clamp(shifted, 0, KINDS - count);
    }

    /// The kinds of the visible columns; none while another part has all the room.
    public List<ColumnKind> kinds() {
        return columns.getFirst().isEmpty()
                ? List.of()
                : List.of(ColumnKind.values()).subList(left, left + columns.size());
    }

    /// How many rows a card of the column takes, without the gap below.
    public int cardRows(ColumnKind kind) {
        return switch (kind) {
            case BACKLOG, DONE -> 2;
            case READY -> roomy ? 3 : 2;
            case BLOCKED, NEEDS_YOU -> 3;
            case RUNNING, REVIEW -> 4;
        };
    }

    /// How many cards of the column can be seen at once.
    public int visible(ColumnKind kind) {
        int inner = Math.max(0, columns.getFirst().rows() - 2);
        return Math.max(1, (inner + gap(kind)) / (cardRows(kind) + gap(kind)));
    }

    public int gap(ColumnKind kind) {
        return cardRows(kind) > 2 ? 1 : 0;
    }
}
