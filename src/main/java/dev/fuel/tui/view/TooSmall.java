package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.BoardLayout;

/// What a screen says that is too small for anything else.
final class TooSmall {
    private TooSmall() {}

    static void draw(Canvas canvas, AppState state) {
        Board board = state.board();
        int from = canvas.rows() >= 8 ? 1 : 0;
        int indent = canvas.columns() >= 40 ? 2 : 0;
        canvas.put(indent, from, "fuel needs a bigger terminal.", Style.TEXT.asBold());
        canvas.put(indent, from + 1, "  now   %d x %d".formatted(canvas.columns(), canvas.rows()), Style.TEXT);
        canvas.put(
                indent,
                from + 2,
                "  need  %d x %d  (80 x 24 is comfortable)"
                        .formatted(BoardLayout.LEAST_COLUMNS, BoardLayout.LEAST_ROWS),
                Style.TEXT);
        String waits = "%s. %s."
                .formatted(
                        count(board.inbox().size(), "Nothing needs you", "1 item needs you", "%d items need you"),
                        count(board.slotsInUse(), "Nothing runs", "1 run goes on", "%d runs go on"));
        canvas.put(indent, from + 4, waits, Style.TEXT);
        canvas.put(indent, from + 5, "q quits", Style.DIM);
    }

    private static String count(int number, String none, String one, String many) {
        return number == 0 ? none : number == 1 ? one : many.formatted(number);
    }
}
